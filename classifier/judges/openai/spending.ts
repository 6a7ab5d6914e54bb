import { limits } from '../../../src/model/limits.ts';
import type { UserError } from '../../../src/terminal/command.ts';
import { costReached } from './failures.ts';
import type { Price } from './price.ts';
import { noUsage, type Usage } from './usage.ts';

/** What a question is about to take: the tokens it is sent with, and the tools it asks about. */
export interface Demand {
  input: number;
  tools: number;
}

/** What a run has used so far. */
export interface Spent extends Usage {
  /** Questions that were answered, or broke off when they may have been paid for already. */
  questions: number;
  /** Those of them that did not say what they used, so that it was estimated. */
  estimated: number;
  /** US dollars, or null when no price is known. */
  cost: number | null;
}

/**
 * Counts what a run uses and keeps it below the most it may cost. An answer is expected to be as long as the longest
 * so far, tool for tool; with a most to keep, the first question goes alone, so that this is known early.
 */
export class Spending {
  readonly price: Price | null;
  readonly maxCost: number | null;
  #usage: Usage = noUsage;
  #cost = 0;
  #questions = 0;
  #estimated = 0;
  #outputPerTool: number = limits.judgeAnswerTokens;
  #reserved = 0;
  #underWay = 0;
  #waiting: (() => void)[] = [];

  constructor(price: Price | null, maxCost: number | null) {
    this.price = price;
    this.maxCost = maxCost;
  }

  get spent(): Spent {
    const cost = this.price === null ? null : this.#cost;
    return { ...this.#usage, questions: this.#questions, estimated: this.#estimated, cost };
  }

  expects({ input, tools }: Demand): Usage {
    return { input, cached: 0, written: 0, output: Math.ceil(tools * this.#outputPerTool) };
  }

  /** What a question is expected to cost, in US dollars; nothing when no price is known. */
  costOf(demand: Demand): number {
    return this.price?.of(this.expects(demand)) ?? 0;
  }

  /** Whether there is enough for the question on top of so many US dollars that are planned already. */
  affords(demand: Demand, planned = 0): boolean {
    if (this.maxCost === null) return true;
    return this.#cost + this.#reserved + planned + this.costOf(demand) <= this.maxCost;
  }

  /** What the run ends with when nothing more may be spent. */
  exhausted(): UserError {
    return costReached(this.maxCost ?? 0, this.#cost);
  }

  /**
   * Sets aside what the question is expected to cost, after waiting for those under way if it has to. Returns the
   * amount, for `settle`. @throws UserError when the question would pass the most that may be spent.
   */
  async reserve(demand: Demand): Promise<number> {
    for (;;) {
      const isFirst = this.maxCost === null || this.#questions > 0 || this.#underWay === 0;
      if (isFirst && this.affords(demand)) break;
      if (this.#underWay === 0) throw this.exhausted();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const amount = this.costOf(demand);
    this.#reserved += amount;
    this.#underWay += 1;
    return amount;
  }

  /** Ends a reservation, whatever the question came to. */
  settle(amount: number): void {
    this.#reserved -= amount;
    this.#underWay -= 1;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Counts an answer. `estimated` says that the endpoint did not tell what it used. */
  count(usage: Usage, { tools }: Demand, estimated: boolean): void {
    const sum = (field: keyof Usage): number => this.#usage[field] + usage[field];
    this.#usage = {
      input: sum('input'),
      cached: sum('cached'),
      written: sum('written'),
      output: sum('output'),
    };
    this.#cost += this.price?.of(usage) ?? 0;
    this.#questions += 1;
    if (estimated) this.#estimated += 1;
    else this.#outputPerTool = Math.max(this.#outputPerTool, usage.output / Math.max(tools, 1));
  }
}
