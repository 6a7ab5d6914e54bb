import type { OpenAI } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { limits } from '../../../src/model/limits.ts';
import { UserError } from '../../../src/terminal/command.ts';
import type { Progress } from '../../../src/terminal/progress.ts';
import { answeredWith, fatal, isFormatRefused, pointless, unusable, wordsOf } from './failures.ts';
import { type Clock, Pace } from './pace.ts';
import { replyOf } from './reply.ts';
import { AnswerSheet } from './sheet.ts';
import type { Demand, Purse } from './spending.ts';
import { noUsage, tokensOf, type Usage, usageOf } from './usage.ts';
import type { Unusable } from './unusable.ts';

type Format = Pick<ChatCompletionCreateParamsNonStreaming, 'response_format'>;

/** From the strictest that an endpoint may understand to the plainest that each one does. */
const formats: readonly [Format, ...Format[]] = [
  { response_format: zodResponseFormat(AnswerSheet, 'ratings') },
  { response_format: { type: 'json_object' } },
  {},
];

/** What an endpoint is asked at once. */
export interface Question {
  rubric: string;
  text: string;
  /** How many tools it is about. */
  tools: number;
}

/** What the endpoint needs of the world. */
export interface EndpointOptions extends Clock {
  client: OpenAI;
  model: string;
  spending: Purse;
  /** Hears of long pauses. */
  tell?: Progress | undefined;
}

/** What a question came to: the answer's body, or the error, and what both used. */
interface Outcome {
  body?: unknown;
  error?: unknown;
  headers: Headers | null;
  /** Null when an answer may have been made whose length is unknown. */
  usage: Usage | null;
}

/**
 * One Chat Completions endpoint. It learns which answer format the endpoint takes; all questions share one pace and
 * one purse. Once it has rejected, it asks nothing more.
 */
export class Endpoint {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #spending: Purse;
  readonly #pace: Pace;
  #format = 0;
  #failuresInARow = 0;

  constructor({ client, model, spending, tell = () => undefined, ...clock }: EndpointOptions) {
    this.#client = client;
    this.#model = model;
    this.#spending = spending;
    const tooLong = (cause: string): UserError =>
      pointless(`${client.baseURL} asks to wait longer than one run does (${cause}). Try again later.`);
    this.#pace = new Pace({ clock, tell, tooLong });
  }

  /** What the endpoint is sent, in the strictest format that it has not refused. */
  request({ rubric, text }: Question, rung = this.#format): ChatCompletionCreateParamsNonStreaming {
    const messages: ChatCompletionCreateParamsNonStreaming['messages'] = [
      { role: 'system', content: rubric },
      { role: 'user', content: text },
    ];
    return { model: this.#model, messages, ...formats[rung] };
  }

  /** What it takes to ask. */
  demand(question: Question): Demand {
    const { rubric, text, tools } = question;
    const { response_format: format } = this.request(question);
    return { input: tokensOf(rubric) + tokensOf(text) + tokensOf(JSON.stringify(format ?? '')), tools };
  }

  /** The body of the answer, whatever it is. @throws UserError when no other question can fare better: wrong key, no credit, nobody there, nothing left to spend. */
  async ask(question: Question): Promise<{ body: unknown } | Unusable> {
    for (let rung = this.#format; ; rung += 1) {
      const { body, error } = await this.#send(question, rung);
      if (error === undefined) {
        this.#format = rung;
        this.#failuresInARow = 0;
        return { body };
      }
      if (!isFormatRefused(error) || rung + 1 >= formats.length) return this.#giveUp(error);
    }
  }

  async #send(question: Question, rung: number): Promise<Outcome> {
    const demand = this.demand(question);
    const reserved = await this.#reserve(demand);
    try {
      for (let refusals = 0; ; refusals += 1) {
        const { input, output } = this.#spending.expects(demand);
        await this.#pace.turn(input + output);
        const outcome = await this.#try(question, rung);
        this.#pace.settle(input + output, outcome.headers);
        const { error } = outcome;
        const end = error === undefined ? null : fatal(error, this.#client);
        if (end !== null) throw this.#pace.end(end);
        if (outcome.usage !== noUsage) this.#count(outcome, demand);
        if (!this.#pace.holdBack(answeredWith(error), refusals, wordsOf(error, this.#client))) return outcome;
      }
    } finally {
      await this.#spending.settle(reserved);
    }
  }

  async #reserve(demand: Demand): Promise<number> {
    try {
      return await this.#spending.reserve(demand);
    } catch (error) {
      throw error instanceof UserError ? this.#pace.end(error) : error;
    }
  }

  async #try(question: Question, rung: number): Promise<Outcome> {
    try {
      const signal = AbortSignal.timeout(this.#client.timeout);
      const asked = this.#client.chat.completions.create(this.request(question, rung), { signal });
      const { data, response } = await asked.withResponse();
      return { body: data, headers: response.headers, usage: usageOf(data) };
    } catch (error) {
      const { status, headers } = answeredWith(error);
      return { error, headers, usage: status === undefined ? null : noUsage };
    }
  }

  /** Counts what came, or what was expected where nobody says: an answer that broke off may still be billed. */
  #count({ body, usage }: Outcome, demand: Demand): void {
    const reply = body === undefined ? null : replyOf(body);
    const expected = this.#spending.expects(demand);
    const output = reply !== null && 'content' in reply ? tokensOf(reply.content) : expected.output;
    this.#spending.count(usage ?? { ...expected, output }, demand, usage === null);
  }

  #giveUp(error: unknown): Unusable {
    if (this.#pace.ended !== null) throw this.#pace.ended;
    const failure = unusable(error, this.#client);
    if (failure.remedy !== 'none') return failure;
    this.#failuresInARow += 1;
    if (this.#failuresInARow < limits.judgeFailures) return failure;
    throw this.#pace.end(
      pointless(
        `${this.#client.baseURL} left ${limits.judgeFailures} questions in a row unanswered (${failure.unusable}). Check OPENAI_BASE_URL.`,
      ),
    );
  }
}
