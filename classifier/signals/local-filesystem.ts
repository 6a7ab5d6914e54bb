import { pPath } from './p-path.ts';
import { watched } from './reading/glance.ts';
import { quotes } from './reading/quoting.ts';
import { effect, type Signal } from './reading/signal.ts';
import { anyOf, eitherOf } from './reading/words.ts';

const files = anyOf(
  'files?, director(?:y|ies), folders?, documents?, images?, workbooks?, spreadsheets?, videos?, audio',
);
/** Places that have paths and files of their own. */
const elsewhere = anyOf(
  `repositor(?:y|ies), repos?, github, gitlab, bitbucket, buckets?, s3, drives?, onedrive, sharepoint, dropbox, blobs?, container, containers, pods?,
  remote, server, servers, website, websites, vaults?, cloud, device, storage, sandbox, dev ?container, ssh, ftp, devices`,
  'iu',
);

/** What an argument's own text says of a path on the machine. */
const machinePath = watched(
  /\b(?:absolute|local|full|relative or absolute|absolute or relative) (?:(?:file|file ?system|directory|folder)\s)?paths?\b|\b(?:local (?:file|folder|directory)|file ?system|on disk|file ?name to save|saved? (?:\w{1,20} ){0,4}(?:to|as|in) (?:a |the )?(?:\w+ )?file|files? to save)\b|本地路径|绝对路径/giu,
);

/** A verb or a phrase says that files of the machine are read or written. */
const stated: Signal = effect('local-filesystem', {
  action: ({ thing }, reading) =>
    files.test(thing.join(' ')) &&
    pPath.look(reading).outcome === 'yes' &&
    ![...reading.words, ...reading.prose.map(({ text }) => text)].some((text) => elsewhere.test(text)),
  phrase: eitherOf(
    /\b(?:local|absolute|full) (?:file ?)?(?:path|file|files|filesystem|file system|directory|folder|disk|machine)\b/,
    /\b(?:file ?system|working directory|allowed directories|local disk|Downloads folder|output directory|home directory)\b/,
    /\b(?:to|on) disk\b/,
    /\b(?:reads?|writes?|creates?|edits?|deletes?|saves?|moves?|lists?|opens?|searche?s?)(?: (?:an?|the|to|all|text|content|contents|of|into|new|specified))* (?:files? (?:at|on|in|from|to) (?:the |a )?(?:specified |given )?(?:path|director(?:y|ies)|folder)|director(?:y|ies) (?:at|listing|tree|contents))\b/,
    /\b(?:saves?|writes?|stores?|exports?|downloads?)(?: \w+){0,6} to (?:a|an|the|separate)(?: \w+){0,2} files?\b/,
    /本地(?:文件|路径)/,
    /输出目录/,
    /文件路径/,
    /ローカルファイル/,
    /로컬 파일/,
    /локальн[а-яё]+ файл/,
  ),
});

/** The text or a path argument says that files of the machine are read or written. */
export const localFilesystem: Signal = {
  id: 'local-filesystem',
  look(reading) {
    const told = stated.look(reading);
    const paths = told.outcome === 'yes' ? [] : reading.held(machinePath);
    if (paths.length === 0) return told;
    const texts = reading.parameters
      .filter(({ choices }) => choices.length === 0)
      .flatMap(({ passages }) => passages)
      .filter(({ text }) => !/\b(?:document|collection|menu|contract|field)\b/iu.test(text));
    const evidence = quotes('local-filesystem', texts, paths);
    return evidence.length > 0 ? { outcome: 'yes', evidence } : told;
  },
};
