import { pBulkArray } from './p-bulk-array.ts';
import type { Action } from './reading/actions.ts';
import { effect, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';
import { eitherOf } from './reading/words.ts';

const harmless: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose', 'operate', 'run']);
/** Verbs whose plural objects are their material, or whatever a tool is about. */
const gathering =
  /^(?:manage|handle|administer|use|merge|combine|split|compare|install|deploy|ingest|import|save|store|record|log|track|initialize|plan|join|set|configure|register|debug|recycle|apply)$/;
const many =
  /^(?:all|every|each|multiple|several|many|batch|batches|bulk|mass|numerous|selected|matching|both)$/;
const counted = /\b(?:one or more|list of|lists of|array of|set of|a batch of|multiple|all)\b/;
/** Words that end like a plural and mean one thing. */
const single =
  /(?:ss|us|is|ics|ws)$|^(?:settings|details|credentials|permissions|preferences|options|properties|contents|dns|access|series|news|changes|attributes|parameters|tags|labels|headers|variables|metrics|notes|instructions|statistics|https|kubernetes|aws|sms|ios|js|css|fields|values|terms|secrets|results|args|progress|address|alias|rules|funds|tokens|goods)$/;

function isMany({ object, thing }: Action): boolean {
  const last = thing.at(-1) ?? '';
  return (
    object.slice(0, 4).some((word) => many.test(word)) ||
    counted.test(object.slice(0, 6).join(' ')) ||
    (/^[a-z]{3,}s$/.test(last) && !single.test(last) && !/^(?:an?|this|1)$/.test(thing[0] ?? ''))
  );
}

const stated: Signal = effect('bulk', {
  action: (action, { words, named: [named], told: [told] }) =>
    (action === named || action === told) &&
    !harmless.has(action.act) &&
    !gathering.test(action.lemma) &&
    (isMany(action) || words.some((word) => /^(?:bulk|batch|multi|multiple|mass)$/.test(word))),
  phrase: eitherOf(
    /\b(?:deletes?|removes?|updates?|creates?|moves?|adds?|sends?|cancels?|archives?|modif(?:y|ies)) (?:all|multiple|every|several|many) \w+/,
    /\bin (?:bulk|a single (?:batch|bulk) (?:call|operation|request))\b/,
    /\bbulk[- ](?:delete|update|create|edit|import|insert|operation|upsert|add|remove)\w*/,
    /批量/,
    /一括/,
    /일괄/,
  ),
});

/** One call changes any number of things. */
export const bulk: Signal = {
  id: 'bulk',
  look(reading) {
    const told = stated.look(reading);
    if (told.outcome === 'yes') return told;
    const { evidence } = pBulkArray.look(reading);
    const objects = evidence.filter(
      ({ at }) => !/(?:labels|names|keys|numbers|points|values|cells)$/i.test(at),
    );
    return objects.length > 0
      ? { outcome: 'yes', evidence: objects.map((each) => ({ ...each, id: 'bulk' })) }
      : told;
  },
};
