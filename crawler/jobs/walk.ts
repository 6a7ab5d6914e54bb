import { jobKind, type JobKind } from '../../src/cluster/kind.ts';
import { pacedFetch } from '../../src/cluster/pace.ts';
import { WalkJob } from '../../src/model/job.ts';
import type { Sql } from '../../src/store/sql.ts';
import { walkName } from '../sources/reach.ts';
import type { Web } from '../sources/request.ts';
import type { Machine, Source } from '../sources/source.ts';
import { walk, type WalkParts } from '../sources/walk.ts';
import { wantedSource } from '../wanted.ts';

export interface WalkKindParts extends Pick<WalkParts, 'store' | 'progress'> {
  sources: readonly Source[];
  machine: Machine;
  web: Omit<Web, 'fetch'>;
  /** Where the pace towards each host is kept. */
  sql: Sql;
}

/**
 * Walks a source to its end, at the pace of all workers. Each page is saved with the place after it, so that another
 * attempt goes on where this one was; the job ends when the walk has.
 */
export function walkKind({ sources, machine, web, sql, store, progress }: WalkKindParts): JobKind {
  return jobKind(
    { queue: 'walk', atOnce: 2, shape: WalkJob },
    async ({ source, registry, again }, signal) => {
      const asked = { source, again, ...(registry === null ? {} : { registry }) };
      const wanted = wantedSource(asked, sources, machine);
      if (wanted === null) throw new Error(`there is no source ${source}`);
      if ('skipped' in wanted) throw new Error(wanted.skipped);
      const fetch = pacedFetch(sql, wanted.source.requestsPerSecond);
      await walk(wanted.source, { store, web: { ...web, fetch }, progress, given: wanted.given }, signal);
      const name = walkName(wanted.source, wanted.given);
      if ((await store.walkPlace(name))?.done !== true) {
        const faults = await store.sourceFaults();
        throw new Error(
          faults.find(({ subject }) => subject === name)?.cause ?? `${name} did not come to its end`,
        );
      }
      return () => Promise.resolve();
    },
  );
}
