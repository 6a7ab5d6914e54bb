import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const background = /\bbackground\b/;
const appending = /\b(?:append|new|create)\b/;

/** The text says that what was there before is replaced. */
export const overwrites: Signal = effect('overwrites', {
  action: ({ lemma, object, source }) =>
    lemma === 'overwrite' ||
    (lemma === 'replace' && !background.test(object.slice(0, 3).join(' '))) ||
    (lemma === 'restore' &&
      /\b(?:database|backups?|snapshots?|versions?|revision)\b/.test(object.slice(0, 6).join(' '))) ||
    (lemma === 'reset' &&
      /\b(?:settings?|attributes?|branch|configuration|to defaults?|stop words)\b/.test(
        object.slice(0, 6).join(' '),
      )) ||
    (lemma === 'write' &&
      source === 'prose' &&
      !appending.test(object.slice(0, 12).join(' ')) &&
      /\bfiles?\b/.test(object.slice(0, 4).join(' '))),
  phrase: eitherOf(
    /\b(?:overwrit(?:e|es|ing|ten)|replaces? (?:the|an?|all|any|existing|its) (?:\w+ ){0,2}(?:content|contents|file|files|value|values|text|data|document|settings|config\w*|version)|(?:fully|completely) replaces?|if (?:it|the file) (?:already )?exists,? it (?:will be|is) replaced)\b/,
    /覆盖/,
    /上書き/,
    /덮어쓰/,
    /перезапис[а-яё]*/,
    /sobrescrib[a-zé]*/,
    /überschreib[a-z]*/,
    /écras[a-zé]*/,
  ),
});
