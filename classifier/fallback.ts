import type { Classification } from '../src/model/classification.ts';
import type { Subject } from '../src/model/tool.ts';
import { decide } from './decide.ts';
import type { Judge } from './judge.ts';
import { rulesJudge } from './judges/rules.ts';

/** What a judge that always has an answer says of a tool. */
export async function byJudge(judge: Judge, subject: Subject): Promise<Classification> {
  const [answer] = await judge.judge([subject]);
  if (answer === undefined || 'unjudged' in answer)
    throw new Error(`The ${judge.id} judge gave no verdict on ${subject.tool.name}.`);
  return decide(subject, answer.verdict, judge);
}

/** What the rules say of a tool: the word that always can be had. */
export function byRules(subject: Subject): Promise<Classification> {
  return byJudge(rulesJudge, subject);
}
