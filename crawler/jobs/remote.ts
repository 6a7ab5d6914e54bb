import { jobKind, type JobKind } from '../../src/cluster/kind.ts';
import type { Limits } from '../../src/model/limits.ts';
import { RemoteJob } from '../../src/model/job.ts';
import { storeWithin } from '../../src/store/sql-store.ts';
import type { Store, StoredServer } from '../../src/store/store.ts';
import type { Reach } from '../remote/connector.ts';
import { hosts, type Clock, type Host } from '../remote/host.ts';
import { visitServer } from '../remote/visit-server.ts';
import { isResting, remotesOf } from '../remotes.ts';

/** Does `work` while no other worker is at the host. */
export type HoldHost = <Result>(
  hostname: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
) => Promise<Result>;

export interface RemoteKindParts {
  store: Store;
  hold: HoldHost;
  resolve: Reach['resolve'];
  clock: Clock;
  now: () => Date;
  limits: Limits;
}

/** A host that no other worker is at, from the first request of a visit to the rest after its last one. */
function heldHost(host: Host, hostname: string, hold: HoldHost, signal: AbortSignal): Host {
  return {
    ...host,
    alone: (work) =>
      host.alone(() =>
        hold(hostname, signal, async () => {
          try {
            return await work();
          } finally {
            await host.turn(signal);
          }
        }),
      ),
  };
}

/** Whether a server is still to be visited, in this attempt at the job or a later one. */
function isDue(server: StoredServer, { asked, again }: RemoteJob, parts: RemoteKindParts): boolean {
  if (server.inspection?.kind === 'package' || remotesOf(server).length === 0) return false;
  if (server.visited !== null && server.visited >= asked) return false;
  return again || !isResting(server, parts);
}

/**
 * Visits the servers of one host one after the other. Each but the last is saved when it has answered, the last in the
 * transaction that ends the job; another attempt goes on after those that were saved.
 */
export function remoteKind(parts: RemoteKindParts): JobKind {
  const { store, hold, resolve, clock, now, limits } = parts;
  const hostOf = hosts(limits.hostGapMilliseconds, clock);
  const about = { queue: 'remote', atOnce: limits.hostsAtOnce, shape: RemoteJob };
  return jobKind(about, async (job, signal) => {
    const reach = { resolve, isAllowed: (hostname: string) => job.allowed.includes(hostname) };
    const held = (hostname: string): Host => heldHost(hostOf(hostname), hostname, hold, signal);
    const visits = { reach, clock, hostOf: held, now, limits };
    const due = (await store.serversOf(job.servers)).filter((server) => isDue(server, job, parts));
    let last: Awaited<ReturnType<typeof visitServer>> | null = null;
    for (const server of due) {
      signal.throwIfAborted();
      if (last !== null) await store.saveRemoteVisit(last.outcome, last.faults);
      last = await visitServer({ id: server.id, remotes: remotesOf(server) }, visits, signal);
    }
    return async (sql) => {
      if (last !== null) await storeWithin(sql, store.name).saveRemoteVisit(last.outcome, last.faults);
    };
  });
}
