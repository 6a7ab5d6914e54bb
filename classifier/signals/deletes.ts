import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** A verb of removal where the verb stands, or a phrase that states one. */
export const deletes: Signal = effect('deletes', {
  action: ({ act }) => act === 'delete' || act === 'remove',
  phrase: eitherOf(
    /\b(?:permanently|irreversibly)\s+(?:delet|remov|eras|destroy)(?:e|es|ed|ing|s)?\b/,
    /\b(?:deletes|removes|erases|wipes|purges|destroys)\s+(?:all|an?|any|every|the|its|this|existing|old|expired)\b/,
    /\bwill be (?:permanently )?(?:deleted|removed|erased|destroyed|lost)\b/,
    /\b(?:and|or) delete\b/,
    /безвозвратно удал/,
    /永久删除/,
    /永久刪除/,
  ),
});
