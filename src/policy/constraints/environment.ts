import type { Argument } from '../arguments.ts';
import { choicesOf, type ConstraintKind, on } from '../constraint-kind.ts';
import { wordsOf } from '../../model/name-words.ts';
import { constraintWords as words } from '../constraint-words.ts';

const live = new Set(['prod', 'prd', 'production', 'live', 'mainnet']);
const harmless = new Set(
  'dev development develop stage staging test testing sandbox preview local localhost qa uat demo testnet devnet'.split(
    ' ',
  ),
);

const says = (choice: string, vocabulary: ReadonlySet<string>): boolean =>
  wordsOf(choice).some((word) => vocabulary.has(word));

/** A server chooses for itself where nothing is given, so only a harmless default may be left out. */
function mayBeLeftOut({ schema }: Argument): boolean {
  return typeof schema.default === 'string' && !says(schema.default, live);
}

/** An environment out of a list that tells production from others: all but production. */
export const environment: ConstraintKind = {
  id: 'environment',
  derive({ category, all }) {
    if (category === 'Read') return [];
    return all().flatMap((argument) => {
      const choices = choicesOf(argument);
      const safe = choices.filter((choice) => !says(choice, live));
      if (safe.length === choices.length || !safe.some((choice) => says(choice, harmless))) return [];
      const { why } = words.environment;
      return [on(argument, { op: 'in', value: safe, why, fill: null }, !mayBeLeftOut(argument))];
    });
  },
};
