import type { Category } from '../src/model/categories.ts';
import type { Classification, Verdict } from '../src/model/classification.ts';
import { bars, worse } from '../src/model/risks.ts';
import type { Subject } from '../src/model/tool.ts';
import type { Judge } from './judge.ts';
import { type Floor, floorOf } from './judges/rules/floor.ts';
import { verify } from './verify.ts';

/** Which categories may stand for each other's floor: an open payload is no milder than a deletion. */
const weight: Readonly<Record<Category, number>> = {
  Read: 0,
  Write: 1,
  Execute: 2,
  Destructive: 2,
  Financial: 3,
};

function raise(verdict: Verdict, floor: Floor | null): Pick<Classification, 'category' | 'risk' | 'raised'> {
  const { category, risk } = verdict;
  if (floor === null) return { category, risk, raised: null };
  const isBelow = weight[category] < weight[floor.category];
  const raised = { category: isBelow ? floor.category : category, risk: worse(risk, floor.risk) };
  if (!isBelow && bars(raised.risk) === bars(risk)) return { category, risk, raised: null };
  return { ...raised, raised: `Raised from ${category}, ${risk}: ${floor.because}` };
}

/**
 * What the catalogue stands by: the judge's verdict with unproved evidence dropped, and never below what name
 * and schema prove. Hints and a server's claims about its own safety lower nothing. `raised` says in one
 * sentence what was raised and why, or is null.
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
    judge: judge.id,
    judgeVersion: judge.version,
  };
}
