import type { JobAttempt } from './job-attempt.ts';
import { affected } from './job-attempt.ts';
import { bossOn, type Cluster } from './cluster.ts';
import type { PostgresSql } from '../store/postgres.ts';

/** What is written in the transaction that ends the job. It may be run twice, when the first transaction is lost. */
export type Write = (sql: PostgresSql) => Promise<void>;

interface Pending {
  queue: string;
  job: JobAttempt;
  write: Write;
  resolve: (isKept: boolean) => void;
  reject: (reason: unknown) => void;
}

/** Endings of one transaction. */
const atOnce = 100;

/** Transactions of one process at the same time: while the database writes one, the next is filled. */
const lanes = 3;

class Lapsed extends Error {}

/** Whether these very attempts are done: so it is when the database went away before it could say that it had kept them. */
async function isKept(sql: PostgresSql, attempts: readonly JobAttempt[]): Promise<boolean> {
  for (const { id, retryCount } of attempts) {
    const done = `SELECT 1 FROM pgboss.job WHERE id = $1::uuid AND retry_count = $2 AND state = 'completed'`;
    if ((await sql.rows(done, id, retryCount)).length === 0) return false;
  }
  return true;
}

/**
 * Ends jobs: what a job has found and that it is done are written in one transaction, so that neither is there without
 * the other. Jobs that end at the same time share one. A job that was given to another worker meanwhile is not ended,
 * and nothing of it is written.
 */
export class Settler {
  readonly #cluster: Cluster;
  readonly #pending: Pending[] = [];
  #busy = 0;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Resolves to whether it was kept; false when the job was no longer this worker's. */
  settle(queue: string, job: JobAttempt, write: Write): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ queue, job, write, resolve, reject });
      if (this.#busy < lanes) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy += 1;
    await Promise.resolve(); // those that end now leave together
    for (let [first] = this.#pending; first !== undefined; [first] = this.#pending) {
      const { queue } = first;
      const its = this.#pending.filter((each) => each.queue === queue).slice(0, atOnce);
      for (const each of its) this.#pending.splice(this.#pending.indexOf(each), 1);
      await this.#together(queue, its);
    }
    this.#busy -= 1;
  }

  async #together(queue: string, its: readonly Pending[]): Promise<void> {
    try {
      await this.#cluster.database.transaction((sql) => this.#write(queue, its, sql));
      for (const { resolve } of its) resolve(true);
    } catch (error) {
      const [only, ...others] = its;
      if (others.length > 0) for (const each of its) await this.#together(queue, [each]);
      else if (error instanceof Lapsed) only?.resolve(false);
      else only?.reject(error);
    }
  }

  async #write(queue: string, its: readonly Pending[], sql: PostgresSql): Promise<void> {
    const attempts = its.map(({ job }) => job);
    const db = bossOn(sql.connection);
    const response = await this.#cluster.boss.complete(queue, attempts, null, { db });
    if (affected(response) < its.length) {
      if (await isKept(sql, attempts)) return;
      throw new Lapsed('the job is no longer this worker’s');
    }
    for (const { write } of its) await write(sql);
  }
}
