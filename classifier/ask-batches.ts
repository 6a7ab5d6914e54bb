import { limits } from '../src/model/limits.ts';
import type { Subject } from '../src/model/tool.ts';
import type { OpenBatch } from '../src/store/store.ts';
import { count, type Progress } from '../src/terminal/progress.ts';
import {
  type Ask,
  askBatch,
  type Asked,
  type Asking,
  askMissing,
  type Groups,
  missingOf,
  verdictKey,
} from './ask.ts';
import { batchesOf } from './batches.ts';
import type { OpenaiJudge } from './judges/openai.ts';
import { openBatchesOf, readBatch } from './read-batch.ts';

/** A question that a batch left open: of how many tools, and why. */
export interface Failure {
  size: number;
  why: string;
}

/** One run's work with batches. */
export interface BatchRun extends Asking {
  judge: OpenaiJudge;
  result: Asked;
  /** Why a definition has no verdict yet, by verdict key; it is asked about again in a question of half the size. */
  failed: Map<string, Failure>;
  /** The most questions of one batch. Halved when an endpoint says that its queue holds no more. */
  room: number;
}

async function* missingGroups(run: BatchRun, groups: Groups): AsyncGenerator<Subject[], undefined> {
  const passed = new Set(run.result.unanswered.keys());
  for await (const subjects of groups) {
    const missing = await missingOf(run, subjects, passed);
    const asked = Map.groupBy(missing, (subject) => run.failed.get(verdictKey(run.judge, subject)));
    for (const [failure, again] of asked) {
      if (failure === undefined) yield* batchesOf(again);
      else {
        const half = Math.ceil(failure.size / 2);
        for (let start = 0; start < again.length; start += half) yield again.slice(start, start + half);
      }
    }
  }
}

interface Filled {
  questions: OpenBatch['questions'];
  lines: string[];
}

/** As many questions as one batch may hold and the run may spend. */
async function fill({ judge, room }: BatchRun, groups: AsyncIterable<readonly Subject[]>): Promise<Filled> {
  const { endpoint, spending, version } = judge;
  const filled: Filled = { questions: [], lines: [] };
  let bytes = 0;
  let planned = 0;
  for await (const subjects of groups) {
    const { question, boundary } = judge.compose(subjects);
    const demand = endpoint.demand(question);
    if (!spending.affords(demand, planned)) {
      if (filled.lines.length === 0) throw spending.exhausted();
      break;
    }
    const name = `q${filled.lines.length}`;
    const request = { custom_id: name, method: 'POST', url: '/v1/chat/completions' };
    const line = JSON.stringify({ ...request, body: endpoint.request(question) });
    const keys = subjects.map((subject) => verdictKey({ id: judge.id, version }, subject));
    filled.questions.push({ name, boundary, input: demand.input, keys });
    filled.lines.push(line);
    planned += spending.costOf(demand);
    bytes += Buffer.byteLength(line);
    if (filled.lines.length >= room || bytes >= limits.batchBytes) break;
  }
  return filled;
}

/** Gives questions to the endpoint. What the store holds after each step lets the next run go on from there. */
async function submit(
  { store, judge, progress }: BatchRun,
  { questions, lines }: Filled,
): Promise<OpenBatch> {
  const { route, version } = judge;
  const file = await route.upload(lines);
  const open: OpenBatch = { endpoint: route.address, version, file, id: null, questions };
  await store.saveBatch(open);
  const started = { ...open, id: await route.start(file) };
  await store.saveBatch(started);
  progress(`Gave ${count(questions.length, 'question')} to ${route.address} as one batch.`);
  return started;
}

/** Reads what earlier runs gave away and did not read. It is paid for, so it comes before any new question. */
async function settleOpen(run: BatchRun): Promise<void> {
  const { store, judge, progress } = run;
  for (const open of await openBatchesOf(store, judge)) {
    progress(
      `An earlier run gave ${count(open.questions.length, 'question')} away as a batch. Waiting for it.`,
    );
    await readBatch(run, open);
  }
}

/** Asks about what is missing in batches, one after another, until each tool has a verdict or stands alone without one. */
async function askAll(run: BatchRun, groups: Groups): Promise<void> {
  await run.judge.route.check();
  const first = await missingGroups(run, groups).next();
  if (first.done === true) return;
  run.progress('One question is asked directly first: it shows that key, model and answer format work.');
  await askBatch(run, first.value, run.result);
  for (;;) {
    const filled = await fill(run, missingGroups(run, groups));
    if (filled.lines.length === 0) return;
    await readBatch(run, await submit(run, filled));
  }
}

/**
 * How a judge behind an endpoint is asked: first for the answers of batches that earlier runs gave away, then one
 * question after another or, with `inBatches`, in batches of its own. Every answer is saved when it is read; a batch
 * is forgotten when all of it has been. `tell` hears how far a batch is.
 * Rejects with UserError when asking is pointless or a batch ended early, after what it brought has been saved.
 */
export function askEndpoint(judge: OpenaiJudge, inBatches: boolean, tell: Progress): Ask {
  return async (asking, groups) => {
    const result: Asked = { answered: 0, unanswered: new Map() };
    const { store } = asking;
    const run = { store, judge, progress: tell, result, failed: new Map(), room: limits.batchQuestions };
    await settleOpen(run);
    if (inBatches) {
      await askAll(run, groups);
      return result;
    }
    const { answered, unanswered } = await askMissing(asking, groups);
    return { answered: result.answered + answered, unanswered };
  };
}
