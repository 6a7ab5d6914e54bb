import type { Cluster } from '../src/cluster/cluster.ts';
import { enqueue } from '../src/cluster/enqueue.ts';
import type { BundleEntry } from '../src/model/bundle.ts';
import type { RemoteJob, StartJob, WalkJob } from '../src/model/job.ts';
import type { Limits } from '../src/model/limits.ts';
import type { Store } from '../src/store/store.ts';
import { idOf, plan, type CrawlOptions, type CrawlParts } from './crawl.ts';
import { planRemotes } from './remotes.ts';
import type { Wanted } from './wanted.ts';

/** What jobs are made with: the store that says what is to be done, and the database's time. */
export interface DistributeParts {
  cluster: Cluster;
  store: Store;
  now: () => Date;
  limits: Limits;
}

/** How many jobs were queued, and what needs none. */
export interface Distributed {
  queued: number;
  unchanged: number;
}

/** A job for each host with servers to visit. Hosts with more servers come first. */
export async function queueRemotes(
  { cluster, store, now, limits }: DistributeParts,
  { again, allowed }: { again: boolean; allowed: string[] },
): Promise<Distributed> {
  const { groups, unchanged } = await planRemotes({ store, now, limits }, again);
  const asked = now().toISOString();
  const jobs = groups.map(({ host, servers }) => {
    const data: RemoteJob = { host, servers: servers.map(({ id }) => id), asked, again, allowed };
    return { key: host, data, urgency: Math.min(9, Math.floor(Math.log2(servers.length + 1))) };
  });
  return { queued: await enqueue(cluster, 'remote', jobs), unchanged };
}

/** A job for each server of the list that is to be started. */
export async function queueStarts(
  { cluster, store }: Pick<DistributeParts, 'cluster' | 'store'>,
  entries: readonly BundleEntry[],
  options: CrawlOptions & Pick<CrawlParts, 'isBundled'>,
): Promise<Distributed> {
  const jobs: { key: string; data: StartJob }[] = [];
  for (const entry of entries) {
    const step = plan(entry, await store.server(idOf(entry)), {
      ...options,
      isBundled: options.isBundled(entry),
    });
    if (step === 'start') jobs.push({ key: idOf(entry), data: { entry } });
  }
  return { queued: await enqueue(cluster, 'start', jobs), unchanged: entries.length - jobs.length };
}

/** A job for the walk of a source. */
export async function queueWalk(
  { cluster }: Pick<DistributeParts, 'cluster'>,
  { source, given }: Extract<Wanted, { given: unknown }>,
): Promise<Distributed> {
  const registry = given.base === source.address ? null : given.base;
  const data: WalkJob = { source: source.id, registry, again: given.again };
  return {
    queued: await enqueue(cluster, 'walk', [{ key: `${source.id} ${registry ?? ''}`, data }]),
    unchanged: 0,
  };
}
