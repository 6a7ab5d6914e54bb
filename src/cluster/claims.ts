import { count, type Progress } from '../terminal/progress.ts';
import type { JobAttempt } from './job-attempt.ts';
import { affected } from './job-attempt.ts';
import type { Cluster } from './cluster.ts';
import { heartbeatSeconds } from './queues.ts';

/** A job that this process is at, and how it is told to let go of it. */
export interface Claim {
  queue: string;
  job: JobAttempt;
  stop: AbortController;
}

/**
 * The jobs that a process is at. As long as it says so every few seconds they are its own; when it cannot, it lets go
 * of all of them before another worker takes them. Times come from a clock that only grows.
 */
export class Claims {
  readonly #boss: Cluster['boss'];
  readonly #tell: Progress;
  readonly #claims = new Set<Claim>();
  #lastSign = performance.now();

  constructor({ boss }: Pick<Cluster, 'boss'>, tell: Progress) {
    this.#boss = boss;
    this.#tell = tell;
  }

  get size(): number {
    return this.#claims.size;
  }

  add(claim: Claim): void {
    this.#claims.add(claim);
  }

  remove(claim: Claim): void {
    this.#claims.delete(claim);
  }

  /** Lets go of all jobs, so that others may take them. */
  stopAll(reason: Error): void {
    const held = [...this.#claims].filter(({ stop }) => !stop.signal.aborted);
    for (const { stop } of held) stop.abort(reason);
    if (held.length > 0)
      this.#tell(
        `${count(held.length, 'job')} under way left to whoever takes them next: ${reason.message}.`,
      );
  }

  /** Lets go of all jobs when no sign has come through for so long that they will soon be another's. */
  letGoWhenSilent(): void {
    const silent = (performance.now() - this.#lastSign) / 1000;
    if (silent > heartbeatSeconds * 0.7) this.stopAll(new Error('the database was away for too long'));
  }

  /** Says that the process is at its jobs, and lets go of those that are no longer its own. */
  async sign(): Promise<void> {
    const began = performance.now();
    for (const [queue, its] of Map.groupBy(this.#claims, (claim) => claim.queue))
      await this.#touch(queue, its);
    this.#lastSign = began;
  }

  async #touch(queue: string, its: readonly Claim[]): Promise<void> {
    const jobs = its.map(({ job }) => job);
    if (affected(await this.#boss.touch(queue, jobs)) === its.length) return;
    for (const claim of its) {
      if (!this.#claims.has(claim) || affected(await this.#boss.touch(queue, claim.job)) === 1) continue;
      claim.stop.abort(new Error('the job was given to another worker'));
    }
  }
}
