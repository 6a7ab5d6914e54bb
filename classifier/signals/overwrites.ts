import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text says that what was there before is replaced. */
export const overwrites: Signal = effect('overwrites', {
  action: ({ lemma }) => lemma === 'overwrite' || lemma === 'replace',
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
