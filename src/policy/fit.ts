import type { Constraint, Decision, Policy, ToolRule } from '../model/policy.ts';
import type { Ability, Format, Support, Warning } from './format.ts';
import { warnings } from './words.ts';

/**
 * A rule as a format can hold it, what the policy wanted (for the reason that a denial gives), and which abilities the
 * rule would have needed besides.
 */
export type FittedRule = ToolRule & { wanted: Decision; lost: readonly Ability[] };

/** A policy of which a format can hold every word, its rules in the order of the policy. */
export type FittedPolicy = Omit<Policy, 'tools'> & {
  rules: readonly (readonly [tool: string, rule: FittedRule])[];
};

interface Options {
  /** Whether Placard's guard stands in front, so that what it can do counts as done. */
  withGuard: boolean;
}

interface Fitting {
  can: (ability: Ability) => boolean;
  /** Whether the guard could do what the program cannot. */
  guardCan: (ability: Ability) => boolean;
  /** What the program does with one condition. */
  supports: (constraint: Constraint) => Support;
  withGuard: boolean;
  warn: (tool: string, ability: Ability, message: string) => void;
  /** What was warned of so far, of all tools. */
  found: readonly Warning[];
}

/**
 * The nearest decision that the program knows. What cannot be said becomes stricter, but for a program that cannot deny:
 * there the strictest is that a person is asked. A program that can neither deny nor ask is left with `deny`, which it
 * can only follow by leaving the tool out.
 */
function decide(tool: string, wanted: Decision, fitting: Pick<Fitting, 'can' | 'warn'>): Decision {
  const { can, warn } = fitting;
  if (wanted === 'allow' && !can('allow')) {
    warn(tool, 'allow', warnings.allow(tool));
    return decide(tool, 'ask', fitting);
  }
  if (wanted === 'ask' && !can('ask')) {
    warn(tool, 'ask', warnings.ask(tool));
    return 'deny';
  }
  if (wanted === 'hide' && !can('hide')) {
    warn(tool, 'hide', warnings.hide(tool));
    return decide(tool, 'deny', fitting);
  }
  if (wanted === 'deny' && !can('deny') && can('ask')) {
    warn(tool, 'deny', warnings.deny(tool));
    return 'ask';
  }
  return wanted;
}

const isOpen = (decision: Decision): boolean => decision === 'allow' || decision === 'ask';

/** The conditions that stay, and the decision that makes up for those that do not. */
function constrain(
  tool: string,
  rule: ToolRule,
  { can, supports, withGuard, warn }: Fitting,
): { decision: Decision; constraints: Constraint[] } {
  const isHeld = (constraint: Constraint): boolean =>
    supports(constraint) === 'native' || (withGuard && supports(constraint) === 'guard');
  const { decision } = rule;
  const constraints = rule.constraints.filter(isHeld);
  const lost = rule.constraints.filter((constraint) => !isHeld(constraint));
  if (lost.length === 0 || !isOpen(decision)) return { decision, constraints };
  const becomes = can('ask') ? 'ask' : 'deny';
  for (const constraint of lost)
    warn(tool, 'arguments', warnings.constraint(tool, constraint, becomes, supports(constraint) === 'guard'));
  return { decision: becomes, constraints };
}

function fitRule(tool: string, rule: ToolRule, fitting: Fitting): FittedRule {
  const { can, guardCan, warn } = fitting;
  const before = fitting.found.length;
  const constrained = constrain(tool, rule, fitting);
  const decision = decide(tool, constrained.decision, fitting);
  if (!can('limits') && rule.limits.length > 0 && isOpen(decision))
    warn(tool, 'limits', warnings.limits(tool, guardCan('limits')));
  return {
    decision,
    limits: can('limits') ? rule.limits : [],
    constraints: constrained.constraints,
    proposed: can('arguments') ? rule.proposed : [],
    definition: rule.definition,
    wanted: rule.decision,
    lost: fitting.found.slice(before).map(({ ability }) => ability),
  };
}

/**
 * The policy as a program with these abilities can hold it: the one place that decides what becomes of a rule it cannot
 * hold. A rule never becomes milder, but for a program that cannot deny, and nothing is given up without a warning.
 */
export function fit(
  policy: Policy,
  { abilities, argument }: Pick<Format, 'abilities' | 'argument'>,
  { withGuard }: Options,
): { policy: FittedPolicy; warnings: Warning[] } {
  const found: Warning[] = [];
  const guardCan = (ability: Ability): boolean => abilities[ability] === 'guard';
  const can = (ability: Ability): boolean =>
    abilities[ability] === 'native' || (withGuard && guardCan(ability));
  const warn: Fitting['warn'] = (tool, ability, message) => {
    found.push({ tool, ability, message });
  };
  const supports = (constraint: Constraint): Support => argument?.(constraint) ?? abilities.arguments;
  const fitting = { can, guardCan, supports, withGuard, warn, found };
  const { tools, ...whole } = policy;
  const rules = Object.entries(tools).map(([tool, rule]) => [tool, fitRule(tool, rule, fitting)] as const);
  if (!can('definition'))
    found.push({
      tool: null,
      ability: 'definition',
      message: warnings.definition(guardCan('definition')),
    });
  return { policy: { ...whole, rules }, warnings: found };
}
