import type { Classification } from '../src/model/classification.ts';
import type { Subject } from '../src/model/tool.ts';
import { decide } from './decide.ts';
import { byRules } from './fallback.ts';
import type { Judge } from './judge.ts';

/**
 * What the catalogue would say of the tools of one server, in order. Where the judge gives no answer the rules decide, and
 * `unanswered` is told which subject it was and why.
 */
export async function rate(
  judge: Judge,
  subjects: readonly Subject[],
  unanswered: (index: number, why: string) => void,
): Promise<Classification[]> {
  const answers = await judge.judge(subjects);
  return Promise.all(
    subjects.map(async (subject, index) => {
      const answer = answers[index] ?? { unjudged: 'The judge left the tool out.' };
      if ('verdict' in answer) return decide(subject, answer.verdict, judge);
      unanswered(index, answer.unjudged);
      return byRules(subject);
    }),
  );
}
