import type { JsonObject } from '../model/json.ts';
import { find } from './compare.ts';
import { type Counters, exhausted, type PlacedLimit, type Reservation, reserve } from './counters.ts';
import type { Refusal, Ruleset, ToolRuleset } from './ruleset.ts';
import { denials, refusals } from './words.ts';

export interface Call {
  tool: string;
  arguments: JsonObject;
  /** Hash of the definition that the server shows at this moment; null when the caller cannot know it. */
  definition: string | null;
}

/** The moment, and what has been counted before it for this grant. */
export interface Situation {
  /** Milliseconds since 1970, UTC. */
  now: number;
  counters: Counters;
}

export interface Outcome {
  decision: 'allow' | 'ask' | 'deny';
  /** JSON Pointer to the rule that decided, such as /tools/x/deny_if/0; `/default` for a tool that is not named. */
  rule: string;
  /** One sentence or more for the agent and the log. It may hold the policy's own words. */
  reason: string;
  /** What is counted from now on. A denied call counts nothing. */
  counters: Counters;
  /** For `rollBack`, when the call is not made after all: a person refused, or it never reached the server. */
  reserved: Reservation;
}

/** What cannot be compared is refused, whichever way the rule is put. */
function isRefused(refusal: Refusal, call: JsonObject): boolean {
  const { comparisons, refuses, whenGiven } = refusal;
  if (whenGiven && comparisons.every((each) => find({ ...each, exists: true }, call) === 'no')) return false;
  const findings = comparisons.map((each) => find(each, call));
  return refuses === 'if'
    ? findings.every((finding) => finding !== 'no')
    : findings.some((finding) => finding !== 'yes');
}

function hiddenAt({ hidden, hidesAll }: Ruleset, tool: string): string | null {
  return hidden.get(tool) ?? hidesAll;
}

/** Whether the agent is not shown the tool. */
export function isHidden(ruleset: Ruleset, tool: string): boolean {
  return hiddenAt(ruleset, tool) !== null;
}

type Denial = Pick<Outcome, 'rule' | 'reason'>;

/** The first rule that refuses the call, in the order of the document; undefined when none does. */
function denialOf(ruleset: Ruleset, rules: ToolRuleset | undefined, call: Call): Denial | undefined {
  const hidden = hiddenAt(ruleset, call.tool);
  if (hidden !== null) return { rule: hidden, reason: denials.hide };
  if (rules === undefined)
    return ruleset.default === 'deny' ? { rule: '/default', reason: refusals.unnamed } : undefined;
  if (rules.definition !== null && call.definition !== null && rules.definition !== call.definition)
    return { rule: `${rules.at}/definition`, reason: refusals.changed };
  const refusal = rules.refusals.find((each) => isRefused(each, call.arguments));
  return refusal && { rule: refusal.at, reason: refusal.reason };
}

/**
 * Applies a policy to one call. Pure: the same situation gives the same outcome. In order: hidden, not named, another
 * definition, conditions, limits over all tools, limits of the tool; the first that refuses decides. What is left is
 * allowed or asked about, and already counted.
 */
export function evaluate(ruleset: Ruleset, call: Call, { now, counters }: Situation): Outcome {
  const rules = ruleset.tools.get(call.tool);
  const refused = ({ rule, reason }: Denial): Outcome => ({
    decision: 'deny',
    rule,
    reason,
    counters,
    reserved: [],
  });
  const denial = denialOf(ruleset, rules, call);
  if (denial !== undefined) return refused(denial);
  const limits: PlacedLimit[] = [...ruleset.limits, ...(rules?.limits ?? [])];
  const full = exhausted(limits, counters, now);
  if (full !== undefined) return refused({ rule: full.at, reason: refusals.full(full) });
  const asks = rules?.asks === true;
  return {
    decision: asks ? 'ask' : 'allow',
    rule: rules?.at ?? '/default',
    reason: asks ? refusals.ask : refusals.none,
    ...reserve(limits, counters, now),
  };
}
