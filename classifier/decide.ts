import type { Classification, Verdict } from '../src/model/classification.ts';
import type { Evidence } from '../src/model/evidence.ts';
import { bars, worse } from '../src/model/risks.ts';
import { SignalId, signals } from '../src/model/signals.ts';
import type { Subject } from '../src/model/tool.ts';
import type { Judge } from './judge.ts';
import { type Floor, floorOf } from './judges/rules/floor.ts';
import { isMilder } from './severity.ts';
import { evidenceOf } from './signals.ts';
import { read } from './signals/reading/reading.ts';
import { verify } from './verify.ts';

function raise(
  { category, risk }: Verdict,
  floor: Floor | null,
): Pick<Classification, 'category' | 'risk' | 'raised'> {
  if (floor === null) return { category, risk, raised: null };
  const isBelow = isMilder(category, floor.category);
  const raised = { category: isBelow ? floor.category : category, risk: worse(risk, floor.risk) };
  if (!isBelow && bars(raised.risk) === bars(risk)) return { category, risk, raised: null };
  return { ...raised, raised: `Raised from ${category} of ${risk} risk: ${floor.because}` };
}

/** Signals that are plain to see in the bytes, whoever judges. What a call does is the judge's word. */
const plain: ReadonlySet<string> = new Set(SignalId.options.filter((id) => signals[id].kind !== 'effect'));

function withPlain(judged: readonly Evidence[], subject: Subject): Evidence[] {
  const known = new Set(judged.map(({ id }) => id));
  const seen = evidenceOf(read(subject.tool)).filter(({ id }) => plain.has(id) && !known.has(id));
  return [...judged, ...seen];
}

/**
 * What the catalogue stands by: the judge's verdict with unproved evidence dropped, the signals that are plain in
 * the bytes added, and never below what name and schema prove. Author's hints and a server's claims about its own
 * safety lower nothing. `raised` says in one sentence what was raised and why, or is null.
 */
export function decide(
  subject: Subject,
  verdict: Verdict,
  judge: Pick<Judge, 'id' | 'version'>,
): Classification {
  const verified = verify(subject, verdict).verdict;
  return {
    ...verified,
    ...raise(verified, floorOf(subject.tool)),
    signals: judge.id === 'openai' ? withPlain(verified.signals, subject) : verified.signals,
    judge: judge.id,
    judgeVersion: judge.version,
  };
}
