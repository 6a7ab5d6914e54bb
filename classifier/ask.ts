import PQueue from 'p-queue';
import { hashOf } from '../src/model/canonical.ts';
import { limits } from '../src/model/limits.ts';
import type { Subject } from '../src/model/tool.ts';
import type { Store } from '../src/store/store.ts';
import { count, type Progress } from '../src/terminal/progress.ts';
import { batchesOf } from './batches.ts';
import type { Judge, Keep } from './judge.ts';
import { seen } from './prompt.ts';

/** Where a judge's verdict on a subject is kept: the hash of the judge, its version and all that it sees. */
export function verdictKey({ id, version }: Pick<Judge, 'id' | 'version'>, subject: Subject): string {
  return hashOf({ judge: id, version, seen: seen(subject) });
}

/** Who is asked, where the answers are kept, and who is told. */
export interface Asking {
  store: Store;
  judge: Judge;
  progress: Progress;
}

/** What came of a run's questions. */
export interface Asked {
  answered: number;
  /** Why there is no verdict, by verdict key. */
  unanswered: Map<string, string>;
}

/** The subjects of one server after another, each time it is read. */
export type Groups = Iterable<readonly Subject[]> | AsyncIterable<readonly Subject[]>;

/** How a run gets the answers it lacks. */
export type Ask = (asking: Asking, groups: Groups) => Promise<Asked>;

/** Asks the judge about some subjects of one server, saves its verdicts and adds to the result. */
export async function askBatch(
  { store, judge }: Asking,
  batch: readonly Subject[],
  result: Asked,
): Promise<void> {
  const keep: Keep = async (subject, verdict) => {
    const key = verdictKey(judge, subject);
    if ((await store.verdicts([key])).has(key)) return;
    await store.saveVerdict(key, verdict);
    result.answered += 1;
  };
  const answers = await judge.judge(batch, keep);
  for (const [index, subject] of batch.entries()) {
    const answer = answers[index] ?? { unjudged: 'The judge left the tool out.' };
    if ('verdict' in answer) await keep(subject, answer.verdict);
    else result.unanswered.set(verdictKey(judge, subject), answer.unjudged);
  }
}

/** The subjects without a verdict whose key is not among those passed, to which theirs are added. */
export async function missingOf(
  { store, judge }: Pick<Asking, 'store' | 'judge'>,
  subjects: readonly Subject[],
  passed: Set<string>,
): Promise<Subject[]> {
  const unseen = subjects.map((subject) => ({ subject, key: verdictKey(judge, subject) }));
  const known = await store.verdicts(unseen.map(({ key }) => key).filter((key) => !passed.has(key)));
  return unseen.flatMap(({ subject, key }) => {
    if (passed.has(key) || known.has(key)) return [];
    passed.add(key);
    return [subject];
  });
}

/**
 * Asks the judge about each definition it has not answered on, once. `groups` yields the subjects of one server
 * after another. Each verdict is saved when it comes, so a kill loses none.
 * @throws what the judge rejects with, after the questions under way have been saved.
 */
export async function askMissing(asking: Asking, groups: Groups): Promise<Asked> {
  const { progress } = asking;
  const result: Asked = { answered: 0, unanswered: new Map() };
  const queue = new PQueue({ concurrency: 2 * limits.judgeRequests });
  const keys = new Set<string>();
  const rejections: unknown[] = [];
  for await (const subjects of groups) {
    for (const batch of batchesOf(await missingOf(asking, subjects, keys))) {
      await queue.onSizeLessThan(limits.judgeRequests);
      if (rejections.length > 0) break;
      queue
        .add(() => askBatch(asking, batch, result))
        .then(() => {
          progress(`Judged ${count(result.answered, 'tool')}, ${result.unanswered.size} without an answer …`);
        })
        .catch((reason: unknown) => {
          rejections.push(reason);
          queue.clear();
        });
    }
    if (rejections.length > 0) break;
  }
  await queue.onIdle();
  if (rejections.length > 0) throw rejections[0];
  return result;
}
