import { hashOf } from '../../src/model/canonical.ts';
import type { Verdict } from '../../src/model/classification.ts';
import type { Subject } from '../../src/model/tool.ts';
import type { Judge } from '../judge.ts';
import { floorOf } from './rules/floor.ts';

const revision = '1';

/** The rules' verdict on one tool. */
export function judgeByRules({ tool }: Subject): Verdict {
  const floor = floorOf(tool);
  if (floor === null)
    return {
      category: 'Read',
      risk: 'Low',
      confidence: 0.4,
      signals: [],
      rationale: 'No rule matched this tool.',
    };
  return {
    category: floor.category,
    risk: floor.risk,
    confidence: 0.8,
    signals: [],
    rationale: `It removes data: ${floor.because}`,
  };
}

/** Rates by rules alone: no network, no clock, same subject, same answer. */
export const rulesJudge: Judge = {
  id: 'rules',
  version: hashOf(revision),
  judge: (subjects) => Promise.resolve(subjects.map((subject) => ({ verdict: judgeByRules(subject) }))),
};
