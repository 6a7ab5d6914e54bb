import { joinCluster } from '../src/cluster/join.ts';
import { type QueueName, queues } from '../src/cluster/queues.ts';
import { emptied } from '../src/cluster/wait.ts';
import { limits } from '../src/model/limits.ts';
import type { DatedStore } from '../src/store/open.ts';
import { exitCodes, UserError } from '../src/terminal/command.ts';
import { count, type Progress } from '../src/terminal/progress.ts';
import type { Distributed, DistributeParts } from './distribute.ts';

/** What a crawl that is left to the workers of a cluster needs. */
export interface Together {
  /** The address of the database. */
  url: string;
  /** The folder of the program. */
  root: string;
  store: DatedStore;
  tell: Progress;
  /** Whether to leave as soon as the jobs are queued. */
  isDetached: boolean;
}

/** What is left to them: the queue, and what fills it. */
export interface Work {
  queue: QueueName;
  distribute: (parts: DistributeParts) => Promise<Distributed>;
}

/** How many jobs were queued, how many servers need none, and how many jobs failed for good. */
export interface TogetherCounts extends Distributed {
  dead: number;
}

/**
 * Gives a crawl to the workers and waits until they have done it.
 * @throws UserError with exit code 130 when the signal comes first: the workers go on without us.
 */
export async function crawlTogether(
  { url, root, store, tell, isDetached }: Together,
  { queue, distribute }: Work,
  signal: AbortSignal,
): Promise<TogetherCounts> {
  const cluster = await joinCluster(url, { root, supervises: false, tell });
  try {
    const distributed = await distribute({ cluster, store, now: store.now, limits });
    const { queued, unchanged } = distributed;
    tell(
      `${count(queued, 'job')} queued (${queues[queue].about}); ${unchanged.toLocaleString('en-GB')} servers left alone.`,
    );
    const dead = isDetached ? 0 : await emptied(cluster.database, queue, tell, signal);
    if (dead > 0) tell(`${count(dead, 'job')} failed for good. placard status shows how many there are.`);
    return { ...distributed, dead };
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new UserError(
      'Stopped waiting. The jobs stay queued and the workers go on; placard status shows how far they are.',
      exitCodes.interrupted,
    );
  } finally {
    await cluster.close();
  }
}
