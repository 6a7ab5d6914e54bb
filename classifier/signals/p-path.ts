import { parameter, type Signal } from './reading/signal.ts';
import { anyOf } from './reading/words.ts';

/** Texts about a path that leads through something else than folders, or about no path at all. */
const elsewhere = anyOf(
  'json ?path, url path, api path, xpath, http path, endpoint path, dot[- ]separated, base64, page path, uri path, percent-encoded, folder ids?, document root, path (?:before|after) changes, regex patterns?',
  'iu',
);
const words = anyOf(
  'path, paths, files?, director(?:y|ies), folders?, filename, disk, путь, файл, ruta, archivo, fichier, datei',
  'iu',
);
const unspacedWords = /路径|文件|目录|パス|ファイル|경로|파일/u;

/** A free string that names a file or folder. */
export const pPath: Signal = parameter('p:path', {
  name: /(?:^|\s)(?:paths?|files?|filename|file ?paths?|directory|dir|folder|cwd|workdir)$/,
  except:
    /(?:^|\s)(?:json|url|api|request|xpath|route|endpoint|css|menu|object|key|field|property|web|http|query|hierarchy|node|class|learning|career|attack|critical) path$|(?:^|\s)(?:include|exclude|select) paths$|^is file$/,
  types: ['string', 'array'],
  isFree: true,
  also: ({ name, passages }) => {
    const text = passages.map((passage) => passage.text).join(' ');
    if (text === '') return /path|dir|cwd|file|folder/i.test(name);
    return (
      !elsewhere.test(text) && (words.test(text) || unspacedWords.test(text) || /path|dir|cwd/i.test(name))
    );
  },
});
