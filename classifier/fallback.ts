import type { Classification } from '../src/model/classification.ts';
import type { Subject } from '../src/model/tool.ts';
import { decide } from './decide.ts';
import { rulesJudge } from './judges/rules.ts';

/** What the rules say of a tool: the word that always can be had. */
export async function byRules(subject: Subject): Promise<Classification> {
  const [answer] = await rulesJudge.judge([subject]);
  if (answer === undefined || 'unjudged' in answer)
    throw new Error(`The rules gave no verdict on ${subject.tool.name}.`);
  return decide(subject, answer.verdict, rulesJudge);
}
