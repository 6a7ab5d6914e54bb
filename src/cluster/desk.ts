import type { Job } from 'pg-boss';
import { UserError } from '../terminal/command.ts';
import type { Progress } from '../terminal/progress.ts';
import { Claims } from './claims.ts';
import type { Cluster } from './cluster.ts';
import { type JobKind, LeftToOthers } from './kind.ts';
import { handBack } from './lost-jobs.ts';
import type { Tally } from './members.ts';
import { Settler } from './settler.ts';

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Seconds before a job that was left to others is offered again, to this worker as well. */
const leftSeconds = 60;

/** Where one process does its jobs: it takes them one after another, and each ends kept, failed or let go. */
export class Desk {
  readonly claims: Claims;
  readonly #cluster: Cluster;
  readonly #settler: Settler;
  readonly #tell: Progress;
  /** What this worker has said of jobs that it leaves to others. */
  readonly #left = new Set<string>();
  #done = 0;
  #failed = 0;

  constructor(cluster: Cluster, tell: Progress) {
    this.#cluster = cluster;
    this.#tell = tell;
    this.claims = new Claims(cluster, tell);
    this.#settler = new Settler(cluster);
  }

  get tally(): Tally {
    return { running: this.claims.size, done: this.#done, failed: this.#failed };
  }

  /** Does one job and says how it ended. Rejects with UserError when going on is pointless until a person mends something. */
  async do(kind: JobKind, job: Job): Promise<void> {
    const { queue } = kind;
    const stop = new AbortController();
    const claim = { queue, job, stop };
    this.claims.add(claim);
    try {
      const write = await kind.run(job.data, stop.signal);
      stop.signal.throwIfAborted();
      if (await this.#settler.settle(queue, job, write)) this.#done += 1;
      else
        this.#tell(
          `${queue}: a job was given to another worker before it ended here; nothing of it is kept.`,
        );
    } catch (error) {
      if (error instanceof LeftToOthers) {
        await this.#leave(queue, job, error.message);
        return;
      }
      if (stop.signal.aborted) await handBack(this.#cluster.database, queue, job);
      else await this.#fail(queue, job, wordsOf(error));
      if (error instanceof UserError) throw error;
    } finally {
      this.claims.remove(claim);
    }
  }

  async #leave(queue: string, job: Job, message: string): Promise<void> {
    if (!this.#left.has(message)) this.#tell(`${queue}: ${message}`);
    this.#left.add(message);
    await handBack(this.#cluster.database, queue, job, leftSeconds);
  }

  async #fail(queue: string, { id, retryCount }: Job, message: string): Promise<void> {
    this.#failed += 1;
    this.#tell(`${queue}: a job failed and is tried again later: ${message}`);
    await this.#cluster.boss.fail(queue, { id, retryCount }, { message });
  }
}
