import { oneLine } from '../src/model/display.ts';
import { faultKinds } from '../src/model/fault.ts';
import type { Store, StoredServer } from '../src/store/store.ts';
import type { Progress } from '../src/terminal/progress.ts';
import { count, duration } from '../src/terminal/progress.ts';
import { visitServer } from './remote/visit-server.ts';
import type { RemoteServer, VisitParts } from './remote/visit-server.ts';
import { sideBySide } from './side-by-side.ts';

/** What a crawl of the remote servers works with. */
export interface RemotesParts extends VisitParts {
  store: Store;
  progress: Progress;
}

/** What it did: servers listed, servers by what they want or are, servers left alone, and faults found. */
export interface RemotesCounts {
  listed: number;
  needy: number;
  unlisted: number;
  unchanged: number;
  faults: number;
}

/** The remote servers of one host. */
export interface HostGroup {
  host: string;
  servers: RemoteServer[];
}

/** The addresses of a server that is still published anywhere, each once, plain ones before templates. */
export function remotesOf({ listings }: Pick<StoredServer, 'listings'>): RemoteServer['remotes'] {
  const remotes = listings.filter(({ status }) => status !== 'deleted').flatMap((listing) => listing.remotes);
  const isTemplate = (url: string): number => Number(url.includes('{'));
  return [...new Map(remotes.map((remote) => [remote.url, remote])).values()].sort(
    (a, b) => isTemplate(a.url) - isTemplate(b.url),
  );
}

/** Whether a server has answered so lately that it is left alone; what says that its list keeps longer is believed. */
export function isResting(
  { reachability, visited, inspection }: StoredServer,
  { now, limits }: Pick<RemotesParts, 'now' | 'limits'>,
): boolean {
  const ttl = inspection?.kind === 'remote' ? (inspection.ttlMs ?? 0) : 0;
  const rest = Math.max(limits.remoteRestMilliseconds, Math.min(ttl, limits.remoteRestLongest));
  const isFresh = visited !== null && now().getTime() - Date.parse(visited) < rest;
  return isFresh && reachability.every(({ state }) => state !== 'unknown');
}

/** The servers to visit, in groups of one host, the largest group first so that it does not end alone. */
export async function planRemotes(
  parts: Pick<RemotesParts, 'store' | 'now' | 'limits'>,
  again: boolean,
): Promise<{ groups: HostGroup[]; unchanged: number }> {
  const groups = new Map<string, HostGroup>();
  let unchanged = 0;
  for await (const server of parts.store.servers()) {
    const remotes = remotesOf(server);
    const [first] = remotes;
    // one's own servers are asked with their own headers, by the crawl of the list
    if (server.listings.some((listing) => listing.source === 'bundled' && listing.remotes.length > 0))
      continue;
    // a server that was started is known from its program, and two ways of listing would take turns
    if (first === undefined || (server.inspection !== null && server.inspection.kind !== 'remote')) continue;
    if (!again && isResting(server, parts)) {
      unchanged += 1;
      continue;
    }
    const host = URL.canParse(first.url) ? new URL(first.url).hostname : '';
    const group = groups.get(host) ?? { host, servers: [] };
    group.servers.push({ id: server.id, remotes });
    groups.set(host, group);
  }
  return { groups: [...groups.values()].sort((a, b) => b.servers.length - a.servers.length), unchanged };
}

/** What became of a server, for the terminal. */
function wordsOf({ outcome, faults }: Awaited<ReturnType<typeof visitServer>>): string {
  const tools = outcome.listing?.tools.length;
  if (tools !== undefined) return count(tools, 'tool');
  const [fault] = faults;
  if (fault !== undefined) return `${faultKinds[fault.kind].label} ${fault.cause}`;
  return outcome.reachability.map(({ state }) => state).join(', ');
}

function tally(counts: RemotesCounts, { outcome, faults }: Awaited<ReturnType<typeof visitServer>>): void {
  counts.faults += faults.length;
  if (outcome.listing !== null) counts.listed += 1;
  else if (faults.length === 0) counts.needy += 1;
  else counts.unlisted += 1;
}

/**
 * Visits the remote servers that the store knows and saves what each answers as soon as it is known. Hosts are visited
 * at the same time, the servers of one host one after the other.
 * @throws the signal's reason when it aborts; what was listed until then is kept.
 */
export async function crawlRemotes(
  parts: RemotesParts,
  { again }: { again: boolean },
  signal: AbortSignal,
): Promise<RemotesCounts> {
  const { store, progress, clock, limits } = parts;
  const { groups, unchanged } = await planRemotes(parts, again);
  const counts: RemotesCounts = { listed: 0, needy: 0, unlisted: 0, unchanged, faults: 0 };
  const total = groups.reduce((sum, { servers }) => sum + servers.length, 0);
  const began = clock.time();
  let settled = 0;
  const visitGroup = async ({ servers }: HostGroup, stop: AbortSignal): Promise<void> => {
    for (const server of servers) {
      stop.throwIfAborted();
      const result = await visitServer(server, parts, stop);
      await store.saveRemoteVisit(result.outcome, result.faults);
      tally(counts, result);
      settled += 1;
      const left = duration(((clock.time() - began) / settled) * (total - settled));
      progress(`${settled} of ${total}, about ${left} left · ${oneLine(server.id)}: ${wordsOf(result)}`);
    }
  };
  await sideBySide(groups, limits.hostsAtOnce, visitGroup, signal);
  return counts;
}
