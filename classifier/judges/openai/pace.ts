import { limits } from '../../../src/model/limits.ts';
import { sentAt } from '../../../src/model/retry-after.ts';
import type { UserError } from '../../../src/terminal/command.ts';
import { duration, type Progress } from '../../../src/terminal/progress.ts';
import { Allowance, millisecondsUntil } from './allowance.ts';

/** The clock of the run, in milliseconds. */
export interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** What an endpoint answered with; nothing when no answer came. */
interface Refusal {
  status?: number;
  headers: Headers | null;
}

/** Milliseconds above which the SDK does not obey a Retry-After. */
const longForSdk = 60_000;

/** Whether an answer asks for a pause that all questions should make: a 429, or a failure with a long Retry-After. */
export function isThrottle(status: number, headers: Headers, now: number): boolean {
  if (status === 429) return true;
  return (
    status >= 500 && (millisecondsUntil(headers.get('retry-after'), sentAt(headers, now)) ?? 0) > longForSdk
  );
}

/** How long it asks to wait, in milliseconds: its header, or doubling from one second when it has none. */
function waitAsked(headers: Headers, refusals: number, now: number): number {
  const precise = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (precise >= 0) return precise;
  const asked = millisecondsUntil(headers.get('retry-after'), sentAt(headers, now)) ?? 0;
  return asked > 0 ? asked : Math.min(1000 * 2 ** refusals, 60_000);
}

/** Milliseconds of a pause from which on a person is told. */
const worthTelling = 10_000;

interface PaceOptions {
  clock: Clock;
  /** Hears of long pauses. */
  tell: Progress;
  /** What the run ends with when the endpoint asks for more patience than a run has. */
  tooLong: (cause: string) => UserError;
}

/**
 * When the next question may go to an endpoint: after the pause it asked for, and within the requests and tokens
 * it says are left. All questions of a run share it, so that all of them wait together.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #tell: Progress;
  readonly #tooLong: (cause: string) => UserError;
  readonly #requests = new Allowance('requests');
  readonly #tokens = new Allowance('tokens');
  #quietUntil = 0;
  #pause: Promise<void> | null = null;
  #ended: UserError | null = null;

  constructor({ clock, tell, tooLong }: PaceOptions) {
    this.#clock = clock;
    this.#tell = tell;
    this.#tooLong = tooLong;
  }

  /** Resolves when a question of so many tokens may go. @throws UserError when the run has ended. */
  async turn(tokens: number): Promise<void> {
    for (;;) {
      if (this.#ended !== null) throw this.#ended;
      const now = this.#clock.now();
      const budget = Math.max(this.#requests.waitFor(1, now), this.#tokens.waitFor(tokens, now));
      const wait = Math.max(budget, this.#quietUntil - now);
      if (wait <= 0) break;
      if (wait > limits.judgeWaitMilliseconds) throw this.end(this.#tooLong('its budget is used up'));
      await (this.#pause ??= this.#rest(wait));
    }
    this.#requests.take(1);
    this.#tokens.take(tokens);
  }

  async #rest(milliseconds: number): Promise<void> {
    if (milliseconds >= worthTelling) this.#tell(`Waiting ${duration(milliseconds)}, as the endpoint asks …`);
    await this.#clock.wait(milliseconds);
    this.#pause = null;
  }

  /** The end of a turn, with the headers of the answer if one came. */
  settle(tokens: number, headers: Headers | null): void {
    this.#requests.settle(1, headers, this.#clock.now());
    this.#tokens.settle(tokens, headers, this.#clock.now());
  }

  /**
   * Holds everything back when an answer asks for that, and returns whether it does.
   * @throws UserError when the pause is longer than a run, or asked for again and again.
   */
  holdBack({ status, headers }: Refusal, refusals: number, words: string): boolean {
    const now = this.#clock.now();
    if (status === undefined || headers === null || !isThrottle(status, headers, now)) return false;
    const wait = waitAsked(headers, refusals, now);
    if (wait > limits.judgeWaitMilliseconds || refusals + 1 >= limits.judgeRefusals)
      throw this.end(this.#tooLong(words));
    this.#quietUntil = Math.max(this.#quietUntil, now + wait);
    return true;
  }

  /** Lets nothing more go. Returns what every later turn rejects with. */
  end(error: UserError): UserError {
    this.#ended ??= error;
    return this.#ended;
  }

  get ended(): UserError | null {
    return this.#ended;
  }
}
