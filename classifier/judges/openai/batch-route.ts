import { type OpenAI, toFile } from 'openai';
import { z } from 'zod';
import { oneLine } from '../../../src/model/display.ts';
import { limits } from '../../../src/model/limits.ts';
import type { UserError } from '../../../src/terminal/command.ts';
import { count, type Progress } from '../../../src/terminal/progress.ts';
import { linesOf } from '../../lines.ts';
import { BatchLine } from './batch-lines.ts';
import { answeredWith, fatal, pointless, wordsOf } from './failures.ts';
import type { Clock } from './pace.ts';

const FileId = z.string().min(1).nullish();
const Problem = z.object({ code: z.string().nullish(), message: z.string().nullish() });

/** How far a batch is, as its endpoint says. */
export const Batch = z.object({
  id: z.string().min(1),
  status: z.string(),
  input_file_id: FileId,
  output_file_id: FileId,
  error_file_id: FileId,
  errors: z.object({ data: z.array(Problem).nullish() }).nullish(),
  request_counts: z.object({ total: z.number(), completed: z.number(), failed: z.number() }).nullish(),
});
export type Batch = z.infer<typeof Batch>;

const ended: ReadonlySet<string> = new Set(['completed', 'failed', 'expired', 'cancelled']);
const unknownRoute: ReadonlySet<number> = new Set([404, 405, 501]);

function stateOf({ id, status, request_counts: counts }: Batch): string {
  const done =
    counts == null || counts.total === 0
      ? ''
      : `: ${counts.completed} of ${count(counts.total, 'question')} answered, ${counts.failed} failed`;
  return oneLine(`Batch ${id} is ${status.replaceAll('_', ' ')}${done}`);
}

async function* buffersOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of body) yield Buffer.from(chunk);
}

/** The Batch API of an endpoint: questions go as one file, and answers come within a day. */
export class BatchRoute {
  readonly #client: OpenAI;
  readonly #clock: Clock;

  constructor(client: OpenAI, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  get address(): string {
    return this.#client.baseURL;
  }

  /** @throws UserError when the endpoint has no Batch API, before anything is paid. */
  async check(): Promise<void> {
    await this.#list(1).catch((error: unknown) => this.#refuse(error));
  }

  /** Sends questions, one JSON object a line, and returns the endpoint's name for their file. Nothing is paid yet. */
  async upload(lines: readonly string[]): Promise<string> {
    try {
      const file = await toFile(Buffer.from(lines.join('\n')), 'questions.jsonl', {
        type: 'application/jsonl',
      });
      const signal = AbortSignal.timeout(limits.batchFileMilliseconds);
      const timeout = limits.batchFileMilliseconds;
      const sent: unknown = await this.#client.files.create({ file, purpose: 'batch' }, { signal, timeout });
      return z.object({ id: z.string().min(1) }).parse(sent).id;
    } catch (error) {
      return this.#refuse(error);
    }
  }

  /** Starts a batch, once: after an answer that got lost it looks whether there is one before it gives up. */
  async start(file: string): Promise<string> {
    try {
      const created: unknown = await this.#client.batches.create(
        { input_file_id: file, endpoint: '/v1/chat/completions', completion_window: '24h' },
        { maxRetries: 0 },
      );
      return Batch.parse(created).id;
    } catch (error) {
      const found = await this.find(file).catch(() => null);
      return found ?? this.#refuse(error);
    }
  }

  /** The batch that was made of a file, or null when there is none. */
  async find(file: string): Promise<string | null> {
    const batches = await this.#list(limits.batchesListed).catch((error: unknown) => this.#refuse(error));
    return batches.find(({ input_file_id: input }) => input === file)?.id ?? null;
  }

  /** The batch when it has ended, however that was; null when the endpoint does not know it any more. */
  async finished(id: string, progress: Progress): Promise<Batch | null> {
    const latest = this.#clock.now() + limits.batchMilliseconds;
    let pause: number = limits.batchPollMilliseconds;
    let said = '';
    for (let failures = 0; this.#clock.now() < latest;) {
      const batch = await this.#look(id);
      if (batch === null) return null;
      failures = batch instanceof Error ? failures + 1 : 0;
      if (batch instanceof Error) {
        if (failures >= limits.judgeFailures) return this.#refuse(batch);
      } else {
        if (stateOf(batch) !== said) progress((said = stateOf(batch)));
        if (ended.has(batch.status)) return batch;
      }
      await this.#clock.wait(pause);
      pause = Math.min(pause * 1.5, limits.batchPollLongest);
    }
    throw pointless(`${this.address} has not ended the batch ${oneLine(id)} in time.`);
  }

  /** The lines of a file of answers; none when it is gone. What is no such line is left out: its question is unanswered. */
  async *lines(file: string): AsyncGenerator<BatchLine> {
    const signal = AbortSignal.timeout(limits.batchFileMilliseconds);
    try {
      const { body } = await this.#client.files.content(file, { signal });
      if (body === null) return;
      for await (const lines of linesOf(buffersOf(body), limits.lineBytes))
        for (const line of lines) if ('bytes' in line) yield* this.#parsed(line.bytes);
    } catch (error) {
      if (answeredWith(error).status !== 404) this.#refuse(error);
    }
  }

  /** What a run ends with when a batch did. */
  failure({ id, status, errors }: Batch): UserError {
    const [first] = errors?.data ?? [];
    const cause = first?.message ?? first?.code ?? 'it gave no cause';
    return pointless(oneLine(`${this.address}: the batch ${id} is ${status} (${cause}).`, 400));
  }

  *#parsed(bytes: Buffer): Generator<BatchLine> {
    try {
      yield BatchLine.parse(JSON.parse(bytes.toString()));
    } catch {
      return;
    }
  }

  async #list(limit: number): Promise<Batch[]> {
    const page: unknown = await this.#client.batches.list({ limit });
    return z.object({ data: z.array(Batch) }).parse(page).data;
  }

  async #look(id: string): Promise<Batch | Error | null> {
    try {
      return Batch.parse(await this.#client.batches.retrieve(id));
    } catch (error) {
      if (answeredWith(error).status === 404) return null;
      const end = fatal(error, this.#client);
      if (end !== null) throw end;
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #refuse(error: unknown): never {
    if (unknownRoute.has(answeredWith(error).status ?? 0))
      throw pointless(
        `${this.address} has no Batch API (${wordsOf(error, this.#client)}). Leave out --batch to ask it one question at a time.`,
      );
    throw (
      fatal(error, this.#client) ??
      pointless(`${this.address} did not take or give the batch: ${wordsOf(error, this.#client)}`)
    );
  }
}
