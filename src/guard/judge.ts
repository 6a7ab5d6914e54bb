import { type Call, evaluate, type Outcome } from '../policy/evaluate.ts';
import { counterKey } from '../policy/counters.ts';
import type { PlacedLimit, Ruleset } from '../policy/ruleset.ts';
import { refusals } from '../policy/words.ts';
import type { Counters, Place, Taken } from './counters.ts';

/** What the guard says to a call. */
export interface Verdict extends Pick<Outcome, 'decision' | 'rule' | 'reason'> {
  /** The places that the call has taken; null when it is denied. */
  taken: Taken | null;
}

/** The places a call needs: of limits that count together, one, under the lowest of them. */
function placesOf({ limits, tools }: Ruleset, tool: string, reserved: Outcome['reserved']): Place[] {
  const all: PlacedLimit[] = [...limits, ...(tools.get(tool)?.limits ?? [])];
  return reserved.flatMap(({ key, start }) => {
    const [limit] = all.filter((each) => counterKey(each) === key).sort((a, b) => a.max - b.max);
    return limit === undefined ? [] : [{ limit, start }];
  });
}

/**
 * Judges a call and counts it, unless it is denied. The evaluator is told of no counts: what other processes have
 * counted is known for certain only when a place is taken.
 * @throws Error when places cannot be taken: the call must not be made then.
 */
export function judge(policy: Ruleset, call: Call, counters: Counters, now: Date): Verdict {
  const situation = { now: now.getTime(), counters: new Map() };
  const { decision, rule, reason, reserved } = evaluate(policy, call, situation);
  if (decision === 'deny') return { decision, rule, reason, taken: null };
  const taken = counters.take(placesOf(policy, call.tool, reserved));
  if (!('full' in taken)) return { decision, rule, reason, taken };
  return { decision: 'deny', rule: taken.full.at, reason: refusals.full(taken.full), taken: null };
}
