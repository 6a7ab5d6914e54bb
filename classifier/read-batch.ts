import type { OpenBatch, Store } from '../src/store/store.ts';
import type { OpenaiJudge } from './judges/openai.ts';
import { pointless } from './judges/openai/failures.ts';
import { type BatchLine, completionIn, failureIn } from './judges/openai/batch-lines.ts';
import type { Batch } from './judges/openai/batch-route.ts';
import { tokensOf, usageOf } from './judges/openai/usage.ts';
import type { Unusable } from './judges/openai/unusable.ts';
import type { BatchRun } from './ask-batches.ts';

type AskedQuestion = OpenBatch['questions'][number];

/** The batches of this judge's questions that its endpoint was given and that are not read yet. */
export async function openBatchesOf(store: Store, { route, version }: OpenaiJudge): Promise<OpenBatch[]> {
  return (await store.openBatches()).filter(
    (open) => open.endpoint === route.address && open.version === version,
  );
}

async function fail(
  { store, result, failed }: BatchRun,
  keys: readonly string[],
  failure: Unusable,
): Promise<void> {
  const { unusable: why, remedy } = failure;
  const open = { size: keys.length, why };
  const known = await store.verdicts(keys);
  for (const key of keys.filter((each) => !known.has(each))) {
    if (keys.length === 1 || remedy === 'none') result.unanswered.set(key, why);
    else failed.set(key, open);
  }
}

/** Counts what an answer used, as it says, or as its length lets expect. */
function count({ judge }: BatchRun, body: unknown, { input, keys }: AskedQuestion): void {
  const usage = usageOf(body);
  const output = tokensOf(JSON.stringify(body));
  const expected = { input, cached: 0, written: 0, output };
  judge.spending.count(usage ?? expected, { input, tools: keys.length }, usage === null);
}

async function take(run: BatchRun, line: BatchLine, asked: AskedQuestion): Promise<void> {
  const body = completionIn(line);
  if (body === null) {
    await fail(run, asked.keys, failureIn(line));
    return;
  }
  count(run, body, asked);
  const verdicts = run.judge.read(body, asked.keys.length, asked.boundary);
  if ('remedy' in verdicts) {
    await fail(run, asked.keys, verdicts);
    return;
  }
  for (const [index, key] of asked.keys.entries()) {
    const verdict = verdicts[index];
    if (verdict === undefined) continue;
    await run.store.saveVerdict(key, verdict);
    run.result.answered += 1;
  }
}

/** Takes in the answers of a batch that has ended, each question's first. */
async function readAnswers(run: BatchRun, open: OpenBatch, batch: Batch): Promise<void> {
  const unread = new Map(open.questions.map((asked) => [asked.name, asked]));
  for (const file of [batch.output_file_id, batch.error_file_id]) {
    if (file == null) continue;
    for await (const line of run.judge.route.lines(file)) {
      const asked = unread.get(line.custom_id);
      if (asked === undefined) continue;
      unread.delete(line.custom_id);
      await take(run, line, asked);
    }
  }
  for (const { keys } of unread.values())
    await fail(run, keys, { unusable: 'The batch left the question out.', remedy: 'split' });
}

const isQueueFull = ({ errors }: Batch): boolean =>
  errors?.data?.some(({ code }) => code === 'token_limit_exceeded') ?? false;

/**
 * Waits for a batch to end, saves the verdicts it brings and forgets it. A batch of which the endpoint knows nothing
 * was never started, or is gone: it is forgotten, and its questions are as open as before.
 * @throws UserError when the batch did not end as it should, after what it brought has been saved.
 */
export async function readBatch(run: BatchRun, open: OpenBatch): Promise<void> {
  const { store, judge, progress } = run;
  const id = open.id ?? (await judge.route.find(open.file));
  const batch = id === null ? null : await judge.route.finished(id, progress);
  if (batch === null) {
    await store.forgetBatch(open.file);
    if (open.id === null) return;
    throw pointless(`${judge.route.address} does not know the batch ${open.id} any more.`);
  }
  if (batch.status === 'failed' && isQueueFull(batch) && run.room > 1) {
    run.room = Math.max(1, Math.floor(Math.min(run.room, open.questions.length) / 2));
    await store.forgetBatch(open.file);
    progress(`The endpoint's queue does not hold so many. Trying ${run.room} at a time.`);
    return;
  }
  await readAnswers(run, open, batch);
  await store.forgetBatch(open.file);
  if (batch.status !== 'completed') throw judge.route.failure(batch);
}
