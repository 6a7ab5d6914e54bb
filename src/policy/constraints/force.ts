import { type ConstraintKind, on } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const kin = /^(?:force|forced|recursive|recursively|cascade|purge|prune|permanent|permanently|force .+)$/;

/** A switch that skips a safeguard or widens the effect: off. */
export const force: ConstraintKind = {
  id: 'force',
  derive: ({ proved }) =>
    proved('p:force-or-recursive', kin).map((argument) => {
      const { why } = words.force;
      return on(argument, { op: 'eq', value: false, why, fill: null }, argument.schema.default === true);
    }),
};
