import { RateLimitError, type OpenAI } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { limits } from '../../../src/model/limits.ts';
import type { UserError } from '../../../src/terminal/command.ts';
import { fatal, isFormatRefused, pointless, unusable, wordsOf } from './failures.ts';
import { replyOf } from './reply.ts';
import { AnswerSheet } from './sheet.ts';
import type { Unusable } from './unusable.ts';

/** The clock of the run, in milliseconds. */
export interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

type Format = Pick<ChatCompletionCreateParamsNonStreaming, 'response_format'>;

/** From the strictest that an endpoint may understand to the plainest that each one does. */
const formats: readonly [Format, ...Format[]] = [
  { response_format: zodResponseFormat(AnswerSheet, 'ratings') },
  { response_format: { type: 'json_object' } },
  {},
];

/** How long a 429 asks to wait, in milliseconds: its header, or doubling from one second when it has none. */
function waitAsked({ headers }: RateLimitError, refusals: number, now: number): number {
  const precise = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (precise >= 0) return precise;
  const after = headers.get('retry-after') ?? '';
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(after) ? Number.parseFloat(after) : Number.NaN;
  const asked = Number.isNaN(seconds) ? Date.parse(after) - now : seconds * 1000;
  return asked >= 0 ? asked : Math.min(1000 * 2 ** refusals, 60_000);
}

/**
 * One Chat Completions endpoint. It learns which answer format the endpoint takes, and all questions
 * wait together when it asks for a pause. Once it has rejected, it asks nothing more.
 */
export class Endpoint {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #clock: Clock;
  #format = 0;
  #quietUntil = 0;
  #failuresInARow = 0;
  #ended: UserError | null = null;

  constructor(client: OpenAI, model: string, clock: Clock) {
    this.#client = client;
    this.#model = model;
    this.#clock = clock;
  }

  /** @throws UserError when no other question can fare better: wrong key, no credit, nobody there. */
  async ask(rubric: string, question: string): Promise<{ content: string } | Unusable> {
    const messages: ChatCompletionCreateParamsNonStreaming['messages'] = [
      { role: 'system', content: rubric },
      { role: 'user', content: question },
    ];
    for (let rung = this.#format; ; rung += 1) {
      try {
        const body = await this.#send({ model: this.#model, messages, ...formats[rung] });
        this.#format = rung;
        this.#failuresInARow = 0;
        return replyOf(body);
      } catch (error) {
        if (!isFormatRefused(error) || rung + 1 >= formats.length) return this.#giveUp(error);
      }
    }
  }

  async #send(request: ChatCompletionCreateParamsNonStreaming): Promise<unknown> {
    for (let refusals = 0; ; refusals += 1) {
      await this.#pause();
      try {
        const signal = AbortSignal.timeout(this.#client.timeout);
        return await this.#client.chat.completions.create(request, { signal });
      } catch (error) {
        const end = fatal(error, this.#client);
        if (end === null && error instanceof RateLimitError) this.#holdBack(error, refusals);
        else throw end === null ? error : this.#end(end);
      }
    }
  }

  async #pause(): Promise<void> {
    for (;;) {
      if (this.#ended !== null) throw this.#ended;
      const left = this.#quietUntil - this.#clock.now();
      if (left <= 0) return;
      await this.#clock.wait(left);
    }
  }

  #holdBack(error: RateLimitError, refusals: number): void {
    const now = this.#clock.now();
    const wait = waitAsked(error, refusals, now);
    if (wait > limits.judgeWaitMilliseconds || refusals + 1 >= limits.judgeRefusals)
      throw this.#end(
        pointless(
          `${this.#client.baseURL} asks to wait longer than one run does (${wordsOf(error, this.#client)}). Try again later.`,
        ),
      );
    this.#quietUntil = Math.max(this.#quietUntil, now + wait);
  }

  #giveUp(error: unknown): Unusable {
    if (this.#ended !== null) throw this.#ended;
    const failure = unusable(error, this.#client);
    if (failure.remedy !== 'none') return failure;
    this.#failuresInARow += 1;
    if (this.#failuresInARow < limits.judgeFailures) return failure;
    throw this.#end(
      pointless(
        `${this.#client.baseURL} left ${limits.judgeFailures} questions in a row unanswered (${failure.unusable}). Check OPENAI_BASE_URL.`,
      ),
    );
  }

  #end(error: UserError): UserError {
    this.#ended = error;
    return error;
  }
}
