import type { OpenAI } from 'openai';
import PQueue from 'p-queue';
import { z } from 'zod';
import { hashOf } from '../../src/model/canonical.ts';
import type { Verdict } from '../../src/model/classification.ts';
import type { Json } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import type { Subject } from '../../src/model/tool.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { batchesOf } from '../batches.ts';
import type { Answer, Judge, Keep } from '../judge.ts';
import { question, rubric } from '../prompt.ts';
import { BatchRoute } from './openai/batch-route.ts';
import { Endpoint, type Question } from './openai/endpoint.ts';
import type { Clock } from './openai/pace.ts';
import { replyOf } from './openai/reply.ts';
import { AnswerSheet, readSheet } from './openai/sheet.ts';
import { type Purse, Spending } from './openai/spending.ts';
import type { Unusable } from './openai/unusable.ts';

/** What the judge needs of the world. */
export interface OpenaiJudgeOptions extends Clock {
  client: OpenAI;
  model: string;
  /** A new unguessable word for each question. */
  secretWord(): string;
  /** What answers cost, and the most that may be spent. Without it nothing is known of the price. */
  spending?: Spending;
  /** What questions are paid from, where that is not `spending`. */
  purse?: Purse;
  /** Hears of long pauses. */
  tell?: Progress;
}

/** A judge behind an endpoint: beside judging, all that a batch is made of. */
export interface OpenaiJudge extends Judge {
  model: string;
  endpoint: Endpoint;
  spending: Spending;
  route: BatchRoute;
  /** The verdicts in the answer to a question on so many tools. */
  read(body: unknown, tools: number, boundary: string): Verdict[] | Unusable;
  /** A new question about the tools, and the word that its answer must not hold. */
  compose(subjects: readonly Subject[]): { question: Question; boundary: string };
}

/** Another version for all that shapes an answer: the model, what it is told and the shape it answers in. */
function versionOf(model: string): string {
  const answer = z.toJSONSchema(AnswerSheet) as Json;
  return `${model} ${hashOf({ rubric, question: question([], ''), answer })}`;
}

async function kept(
  subjects: readonly Subject[],
  verdicts: readonly Verdict[],
  keep: Keep,
): Promise<Answer[]> {
  for (const [index, subject] of subjects.entries()) {
    const verdict = verdicts[index];
    if (verdict !== undefined) await keep(subject, verdict);
  }
  return verdicts.map((verdict) => ({ verdict }));
}

/** The key, when it is more than a word that an answer may hold by chance. */
function keysOf({ apiKey }: OpenAI): string[] {
  return apiKey === null || apiKey.length < limits.secretCharacters ? [] : [apiKey];
}

/**
 * A model behind any Chat Completions endpoint. It is asked about few tools of one server at a time; what it
 * answers unusably is asked again once, then in halves, and a tool that stays unanswered alone is `unjudged`.
 */
export function openaiJudge(options: OpenaiJudgeOptions): OpenaiJudge {
  const { client, model, spending = new Spending(null, null) } = options;
  const endpoint = new Endpoint({ ...options, spending: options.purse ?? spending });
  const queue = new PQueue({ concurrency: limits.judgeRequests });

  function compose(subjects: readonly Subject[]): ReturnType<OpenaiJudge['compose']> {
    const boundary = options.secretWord();
    return { question: { rubric, text: question(subjects, boundary), tools: subjects.length }, boundary };
  }

  const read: OpenaiJudge['read'] = (body, tools, boundary) => {
    const reply = replyOf(body);
    return 'content' in reply ? readSheet(reply.content, tools, [boundary, ...keysOf(client)]) : reply;
  };

  async function ask(subjects: readonly Subject[]) {
    const { question, boundary } = compose(subjects);
    const reply = await queue.add(() => endpoint.ask(question));
    return 'unusable' in reply ? reply : read(reply.body, subjects.length, boundary);
  }

  async function answer(subjects: readonly Subject[], keep: Keep): Promise<Answer[]> {
    let verdicts = await ask(subjects);
    if ('remedy' in verdicts && verdicts.remedy === 'repeat') verdicts = await ask(subjects);
    if (!('remedy' in verdicts)) return kept(subjects, verdicts, keep);
    const { unusable, remedy } = verdicts;
    if (remedy === 'none' || subjects.length === 1) return subjects.map(() => ({ unjudged: unusable }));
    const middle = Math.ceil(subjects.length / 2);
    return answerAll([subjects.slice(0, middle), subjects.slice(middle)], keep);
  }

  /** Rejects only when the last has ended, so that an answer under way is still kept. */
  async function answerAll(batches: readonly (readonly Subject[])[], keep: Keep): Promise<Answer[]> {
    const answers = batches.map((batch) => answer(batch, keep));
    await Promise.allSettled(answers);
    return (await Promise.all(answers)).flat();
  }

  return {
    id: 'openai',
    version: versionOf(model),
    judge: (subjects, keep = () => Promise.resolve()) => answerAll(batchesOf(subjects), keep),
    model,
    endpoint,
    spending,
    route: new BatchRoute(client, options),
    compose,
    read,
  };
}
