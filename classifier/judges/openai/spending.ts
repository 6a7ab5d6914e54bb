import { z } from 'zod';
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

/** All that is counted. In a cluster it stands in the database, and every worker adds to it. */
export const Account = z.object({
  input: z.number(),
  cached: z.number(),
  written: z.number(),
  output: z.number(),
  /** US dollars. */
  cost: z.number(),
  questions: z.number(),
  estimated: z.number(),
  /** Tokens of the longest answer so far, for each tool. */
  outputPerTool: z.number(),
  /** US dollars that the questions under way are expected to cost. */
  reserved: z.number(),
  underWay: z.number(),
});
export type Account = z.infer<typeof Account>;

export const newAccount = (): Account => ({
  ...noUsage,
  ...{
    cost: 0,
    questions: 0,
    estimated: 0,
    outputPerTool: limits.judgeAnswerTokens,
    reserved: 0,
    underWay: 0,
  },
});

/** What a question is paid from. */
export interface Purse {
  expects(demand: Demand): Usage;
  /** Sets aside what the question is expected to cost. Rejects when it would pass the most that may be spent. */
  reserve(demand: Demand): Promise<number>;
  count(usage: Usage, demand: Demand, estimated: boolean): void;
  settle(amount: number): void | Promise<void>;
}

/**
 * Counts what a run uses and keeps it below the most it may cost. An answer is expected to be as long as the longest
 * so far, tool for tool; with a most to keep, the first question goes alone, so that this is known early.
 */
export class Spending implements Purse {
  readonly price: Price | null;
  readonly maxCost: number | null;
  account: Account;
  #waiting: (() => void)[] = [];

  constructor(price: Price | null, maxCost: number | null, account = newAccount()) {
    this.price = price;
    this.maxCost = maxCost;
    this.account = account;
  }

  get spent(): Spent {
    const { input, cached, written, output, questions, estimated, cost } = this.account;
    const known = this.price === null ? null : cost;
    return { input, cached, written, output, questions, estimated, cost: known };
  }

  expects({ input, tools }: Demand): Usage {
    return { input, cached: 0, written: 0, output: Math.ceil(tools * this.account.outputPerTool) };
  }

  /** What a question is expected to cost, in US dollars; nothing when no price is known. */
  costOf(demand: Demand): number {
    return this.price?.of(this.expects(demand)) ?? 0;
  }

  /** Whether there is enough for the question on top of so many US dollars that are planned already. */
  affords(demand: Demand, planned = 0): boolean {
    if (this.maxCost === null) return true;
    const { cost, reserved } = this.account;
    return cost + reserved + planned + this.costOf(demand) <= this.maxCost;
  }

  /** What the run ends with when nothing more may be spent. */
  exhausted(): UserError {
    return costReached(this.maxCost ?? 0, this.account.cost);
  }

  /**
   * Sets aside what the question is expected to cost, and returns the amount; null while only those under way can tell
   * whether there is enough. @throws UserError when the question would pass the most that may be spent.
   */
  take(demand: Demand): number | null {
    const { account, maxCost } = this;
    const isFirst = maxCost === null || account.questions > 0 || account.underWay === 0;
    if (!isFirst || !this.affords(demand)) {
      if (account.underWay === 0) throw this.exhausted();
      return null;
    }
    const amount = this.costOf(demand);
    account.reserved += amount;
    account.underWay += 1;
    return amount;
  }

  /** The same, after waiting for those under way if it has to. */
  async reserve(demand: Demand): Promise<number> {
    for (;;) {
      const amount = this.take(demand);
      if (amount !== null) return amount;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Ends a reservation, whatever the question came to. */
  settle(amount: number): void {
    this.account.reserved = Math.max(0, this.account.reserved - amount);
    this.account.underWay = Math.max(0, this.account.underWay - 1);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Counts what is under way and will not come back as answered: it may have been paid for. */
  giveUpUnderWay(): void {
    const { account } = this;
    account.cost += account.reserved;
    account.questions += account.underWay;
    account.estimated += account.underWay;
    account.reserved = 0;
    account.underWay = 0;
  }

  /** Counts an answer. `estimated` says that the endpoint did not tell what it used. */
  count(usage: Usage, { tools }: Demand, estimated: boolean): void {
    const { account } = this;
    for (const field of ['input', 'cached', 'written', 'output'] as const) account[field] += usage[field];
    account.cost += this.price?.of(usage) ?? 0;
    account.questions += 1;
    if (estimated) account.estimated += 1;
    else account.outputPerTool = Math.max(account.outputPerTool, usage.output / Math.max(tools, 1));
  }
}
