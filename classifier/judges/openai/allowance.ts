import { sentAt } from '../../../src/model/retry-after.ts';

/**
 * Milliseconds until the moment a header names: a length such as `6m0s`, `120ms` or `2m59.56s` (what OpenAI and its
 * compatibles send as x-ratelimit-reset-*), seconds alone, or a date. Null when it is none of these.
 */
export function millisecondsUntil(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (text === '' || text.length > 64) return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return 1000 * Number(text);
  const parts = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?$/.exec(text);
  if (parts === null) {
    const date = Date.parse(text);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
  }
  const units = [86_400_000, 3_600_000, 60_000, 1000, 1];
  return units.reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
}

function amountIn(value: string | null): number | null {
  return value !== null && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : null;
}

/**
 * What an endpoint says is left of its requests or tokens, less what is on the way to it. It says so with each
 * answer; until it has, and when its word is too old to count, nothing is held back.
 */
export class Allowance {
  readonly #unit: 'requests' | 'tokens';
  #limit = Infinity;
  #left = Infinity;
  #fullAt: number | null = null;
  #underWay = 0;

  constructor(unit: 'requests' | 'tokens') {
    this.#unit = unit;
  }

  /** Milliseconds until so much may be sent. What is more than the whole allowance goes when that is full. */
  waitFor(amount: number, now: number): number {
    if (this.#fullAt === null) return 0;
    if (now >= this.#fullAt) {
      this.#left = this.#limit;
      this.#fullAt = null;
      return 0;
    }
    return amount <= this.#left ? 0 : this.#fullAt - now;
  }

  take(amount: number): void {
    this.#left -= amount;
    this.#underWay += amount;
  }

  /** The end of what was taken, with the headers of the answer if one came. */
  settle(amount: number, headers: Headers | null, now: number): void {
    this.#underWay -= amount;
    if (headers === null) return;
    const left = amountIn(headers.get(`x-ratelimit-remaining-${this.#unit}`));
    const reset = millisecondsUntil(headers.get(`x-ratelimit-reset-${this.#unit}`), sentAt(headers, now));
    if (left === null || reset === null) return;
    this.#limit = amountIn(headers.get(`x-ratelimit-limit-${this.#unit}`)) ?? Infinity;
    this.#left = left - this.#underWay;
    this.#fullAt = now + reset;
  }
}
