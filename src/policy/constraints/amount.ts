import type { Constraint } from '../../model/policy.ts';
import type { Argument } from '../arguments.ts';
import { type ConstraintKind, on, onValue } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const kin = /(?:^| )(?:amounts?|quantity|qty|price|value|notional|leverage|budget)$/;

/** A number from nought up to a ceiling. The ceiling is below nought until it is filled in. */
function ceiling(argument: Argument): Constraint[] {
  const { why, fill, placeholder, whyNotNegative } = words.amount;
  return [
    on(argument, { op: 'gte', value: 0, why: whyNotNegative, fill: null }),
    on(argument, { op: 'lte', value: placeholder, why, fill }),
  ];
}

/** A text cannot be compared by size, so its amounts are named one by one. */
function named(argument: Argument): Constraint[] {
  const { why, fillNamed, placeholderNamed } = words.amount;
  return onValue(argument, { op: 'in', value: [placeholderNamed], why, fill: fillNamed });
}

/** A sum of money or a quantity of an asset: only up to a ceiling. */
export const amount: ConstraintKind = {
  id: 'amount',
  derive: ({ proved }) =>
    proved('p:amount', kin).flatMap((argument) => {
      const isNumber = argument.types.has('number') || argument.types.has('integer');
      return isNumber || argument.types.size === 0 ? ceiling(argument) : named(argument);
    }),
};
