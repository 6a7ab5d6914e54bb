import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text or a path argument says that files of the machine are read or written. */
export const localFilesystem: Signal = effect('local-filesystem', {
  phrase: eitherOf(
    /\b(?:local|absolute|relative) (?:file ?)?(?:path|file|files|filesystem|file system|directory|folder|disk|machine)\b/,
    /\b(?:file ?system|working directory|allowed directories|local disk|Downloads folder|output directory|home directory)\b/,
    /\b(?:to|on) disk\b/,
    /\b(?:reads?|writes?|creates?|edits?|deletes?|saves?|moves?|lists?|opens?|searche?s?)(?: (?:an?|the|to|all|text|content|contents|of|into|new|specified))* (?:files? (?:at|on|in|from|to) (?:the |a )?(?:specified |given )?(?:path|director(?:y|ies)|folder)|director(?:y|ies) (?:at|listing|tree|contents))\b/,
    /本地文件/,
    /文件路径/,
    /ローカルファイル/,
    /로컬 파일/,
    /локальн[а-яё]+ файл/,
  ),
});
