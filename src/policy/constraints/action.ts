import { wordsOf } from '../../model/name-words.ts';
import { choicesOf, type ConstraintKind, on } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const destructive = new Set(
  `delete remove drop purge destroy erase wipe truncate uninstall revoke terminate kill expunge dispose obliterate nuke
  empty deregister unregister reset revert rollback clear clean flush prune discard trash evict detach cancel refund
  transfer pay withdraw force`.split(/\s+/),
);

const destroys = (choice: string): boolean => wordsOf(choice).some((word) => destructive.has(word));

/** An argument that chooses between actions: all but those that remove something or move money. */
export const action: ConstraintKind = {
  id: 'action',
  derive({ category, proved }) {
    if (category === 'Read') return [];
    return proved('multi-action', /^(?:actions?|operation|mode|method|command)$/).flatMap((argument) => {
      const choices = choicesOf(argument);
      const safe = choices.filter((choice) => !destroys(choice));
      if (safe.length === 0 || safe.length === choices.length) return [];
      const { default: otherwise } = argument.schema;
      const isLeftToDefault = typeof otherwise === 'string' && !destroys(otherwise);
      const { why } = words.action;
      return [on(argument, { op: 'in', value: safe, why, fill: null }, !isLeftToDefault)];
    });
  },
};
