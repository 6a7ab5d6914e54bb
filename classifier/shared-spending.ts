import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { limits } from '../src/model/limits.ts';
import { parseRecord } from '../src/store/sql.ts';
import type { PostgresDatabase, PostgresSql } from '../src/store/postgres.ts';
import { UserError } from '../src/terminal/command.ts';
import { namedPrice, type Price } from './judges/openai/price.ts';
import { Account, type Demand, newAccount, type Purse, Spending } from './judges/openai/spending.ts';
import type { Usage } from './judges/openai/usage.ts';

/** What the workers of a cluster may spend for one run of classify, and have spent. */
export const Budget = z.object({
  /** Which run it is. The next one puts its own in this place. */
  run: z.string(),
  maxCost: z.number().nullable(),
  /** What the run said of the price (`IN,OUT`); null when the listed one holds. */
  price: z.string().nullable(),
  /** Whether a question was left unasked because it might have passed `maxCost`. */
  isReached: z.boolean(),
  account: Account,
});
export type Budget = z.infer<typeof Budget>;

const read = `SELECT record FROM budget WHERE name = 'judge'`;
const write = `
  INSERT INTO budget (name, record) VALUES ('judge', $1) ON CONFLICT (name) DO UPDATE SET record = excluded.record`;

/** The budget there is. A run that has none may spend what it needs. */
async function budgetIn(sql: PostgresSql | PostgresDatabase, text: string): Promise<Budget> {
  const [row] = await sql.rows(text);
  if (row !== undefined) return parseRecord(sql, Budget, row.record, 'the budget of the judge');
  return { run: '', maxCost: null, price: null, isReached: false, account: newAccount() };
}

/** Begins the budget of a run: what is asked from now on counts towards it. */
export async function beginBudget(
  database: PostgresDatabase,
  budget: Pick<Budget, 'run' | 'maxCost' | 'price'>,
): Promise<void> {
  await database.run(write, JSON.stringify({ ...budget, isReached: false, account: newAccount() }));
}

/** The budget of a run, when all its questions have ended; null when another run has put its own in this place. */
export async function endedBudget(database: PostgresDatabase, run: string): Promise<Budget | null> {
  const budget = await budgetIn(database, read);
  return budget.run === run ? budget : null;
}

/** A question that is left unasked: the run may spend no more. */
export class CostReached extends Error {}

/** Milliseconds between two looks at questions under way, and after which those that never end count as paid. */
const between = 250;
const longest = 2 * limits.judgeMilliseconds;

/**
 * What all workers spend together. Before a question, what it is expected to cost is set aside in the database; when its
 * answer is there, what it did cost takes that place in one transaction, and the verdicts in it are saved in the next. So a
 * worker that is killed before the first leaves what it set aside counted, and one that is killed between the two what it
 * paid: the record is never lower. In both cases only the questions it was at, at most `limits.judgeRequests`, are asked and
 * paid once more. One transaction for both would change nothing of that: between an answer and any commit there is a moment.
 */
export class SharedSpending implements Purse {
  readonly #database: PostgresDatabase;
  readonly #listed: Price | null;
  #seen: Spending;
  #answers: Parameters<Purse['count']>[] = [];

  constructor(database: PostgresDatabase, listed: Price | null) {
    this.#database = database;
    this.#listed = listed;
    this.#seen = new Spending(listed, null);
  }

  expects(demand: Demand): Usage {
    return this.#seen.expects(demand);
  }

  /** Changes the budget, which nobody else does meanwhile. */
  #change<Result>(change: (spending: Spending, budget: Budget) => Result): Promise<Result> {
    return this.#database.transaction(async (sql) => {
      const budget = await budgetIn(sql, `${read} FOR UPDATE`);
      const price = budget.price === null ? this.#listed : namedPrice(budget.price);
      const spending = new Spending(price, budget.maxCost, budget.account);
      const result = change(spending, budget);
      await sql.run(write, JSON.stringify(budget));
      this.#seen = spending;
      return result;
    });
  }

  /** The amount; null while it has to wait for questions under way. A budget that is used up is noted. */
  #take(demand: Demand): Promise<number | 'reached' | null> {
    return this.#change((spending, budget) => {
      try {
        return spending.take(demand);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        budget.isReached = true;
        return 'reached';
      }
    });
  }

  async reserve(demand: Demand): Promise<number> {
    let before = '';
    for (let since = performance.now(); ;) {
      const amount = await this.#take(demand);
      if (amount === 'reached') throw new CostReached('the run may spend no more');
      if (amount !== null) return amount;
      const now = JSON.stringify(this.#seen.account);
      if (now !== before) since = performance.now();
      before = now;
      if (performance.now() - since > longest)
        await this.#change((spending) => {
          spending.giveUpUnderWay();
        });
      await setTimeout(between);
    }
  }

  count(...answer: Parameters<Purse['count']>): void {
    this.#answers.push(answer);
  }

  async settle(amount: number): Promise<void> {
    const answers = this.#answers.splice(0);
    await this.#change((spending) => {
      for (const answer of answers) spending.count(...answer);
      spending.settle(amount);
    });
  }
}
