import { parameter, type Signal } from './reading/signal.ts';

/** A free string that names a file or folder. */
export const pPath: Signal = parameter('p:path', {
  name: /(?:^|\s)(?:path|paths|file|files|filename|filepath|file path|directory|dir|folder|output dir|filepaths|cwd|workdir|working directory|local file|folder path)$/,
  except:
    /^(?:json|url|api|request|xpath|route|endpoint|css|menu|object|key|field|property|web|http|query|hierarchy|node|class|learning|career|attack|critical) path$|^(?:is file|file type)$/,
  types: ['string', 'array'],
  isFree: true,
  also: ({ words, passages, types }) => {
    const text = passages.map((passage) => passage.text).join(' ');
    if (
      /\b(?:json ?path|url path|api path|xpath|http path|endpoint path|dot[- ]separated|base64|\bid\b of|page path|uri path)\b/iu.test(
        text,
      )
    )
      return false;
    return (
      /\b(?:path|file|files|director(?:y|ies)|folder|filename|disk)\b|路径|文件|目录|パス|ファイル|경로|файл|путь|ruta|archivo|chemin|fichier|pfad|datei/iu.test(
        text,
      ) ||
      (types.size > 0 && words.some((word) => /path|dir|cwd/.test(word)))
    );
  },
});
