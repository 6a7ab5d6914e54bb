import { jobKind, type JobKind } from '../../src/cluster/kind.ts';
import { StartJob } from '../../src/model/job.ts';
import type { Limits } from '../../src/model/limits.ts';
import { storeWithin } from '../../src/store/sql-store.ts';
import type { CrawlParts } from '../crawl.ts';
import { recordFailure } from '../crawl.ts';
import { Failure } from '../failure.ts';

export type StartKindParts = Pick<CrawlParts, 'store' | 'list' | 'describe' | 'now'> & { limits: Limits };

/**
 * Starts one server in the sandbox and lists its tools. Why a server says nothing is a finding like its tools; only a
 * machine that cannot start servers gives the job back.
 */
export function startKind({ store, list, describe, now, limits }: StartKindParts): JobKind {
  const about = { queue: 'start', atOnce: limits.visitsAtOnce, shape: StartJob };
  return jobKind(about, async ({ entry }, signal) => {
    try {
      const { listing, faults } = await list(entry, signal);
      return (sql) => storeWithin(sql, store.name).saveLive(listing, faults);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure) || error.kind === 'no-sandbox') throw error;
      return (sql) => recordFailure(entry, error, { store: storeWithin(sql, store.name), describe, now });
    }
  });
}
