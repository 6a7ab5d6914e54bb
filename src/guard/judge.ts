import { type Call, evaluate, type Outcome } from '../policy/evaluate.ts';
import type { Ruleset } from '../policy/ruleset.ts';
import { refusals } from '../policy/words.ts';
import type { Counters, Taken } from './counters.ts';

/** Who asks a person where the policy wants one asked: the guard, or the client by its own settings. */
export type Asking = 'guard' | 'client';

/** What the guard says to a call. */
export interface Verdict extends Pick<Outcome, 'decision' | 'rule' | 'reason'> {
  /** The places that the call has taken; null when it is denied. */
  taken: Taken | null;
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
  const taken = counters.take(reserved);
  if (!('gone' in taken)) return { decision, rule, reason, taken };
  return { decision: 'deny', rule: taken.gone.rule, reason: refusals.full(taken.gone), taken: null };
}
