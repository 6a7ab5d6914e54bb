import type { Verdict } from '../src/model/classification.ts';
import { type Evidence, isVerbatim } from '../src/model/evidence.ts';
import { SignalId } from '../src/model/signals.ts';
import type { Subject } from '../src/model/tool.ts';

const known: ReadonlySet<string> = new Set(SignalId.options);

/**
 * The verdict with only the evidence that holds: a signal of our vocabulary whose quote stands verbatim at its
 * pointer in the definition. What does not hold comes back in `dropped`, so that a caller can count it.
 */
export function verify({ tool }: Subject, verdict: Verdict): { verdict: Verdict; dropped: Evidence[] } {
  const holds = (evidence: Evidence) => known.has(evidence.id) && isVerbatim(tool, evidence);
  return {
    verdict: { ...verdict, signals: verdict.signals.filter(holds) },
    dropped: verdict.signals.filter((evidence) => !holds(evidence)),
  };
}
