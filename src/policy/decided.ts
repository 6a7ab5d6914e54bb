import type { Decision } from '../model/policy.ts';
import type { FittedPolicy, FittedRule } from './fit.ts';

/** The tools with one of these decisions and their rules, in the order of the policy. */
export function decided(
  { rules }: FittedPolicy,
  ...decisions: readonly Decision[]
): (readonly [tool: string, rule: FittedRule])[] {
  return rules.filter(([, { decision }]) => decisions.includes(decision));
}

/** The names of the tools with one of these decisions, in the order of the policy. */
export function toolsThat(policy: FittedPolicy, ...decisions: readonly Decision[]): string[] {
  return decided(policy, ...decisions).map(([tool]) => tool);
}
