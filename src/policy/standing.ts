import type { Decision } from '../model/policy.ts';
import { isHidden } from './evaluate.ts';
import type { Ruleset } from './ruleset.ts';

/** What becomes of a call whose arguments meet every condition and that no limit stops; null: the rules do not name the tool. */
export function standing(rules: Ruleset, tool: string): Decision | null {
  if (isHidden(rules, tool)) return 'hide';
  const own = rules.tools.get(tool);
  if (own === undefined) return null;
  if (own.refusals.some(({ comparisons, refuses }) => refuses === 'if' && comparisons.length === 0))
    return 'deny';
  return own.asks ? 'ask' : 'allow';
}
