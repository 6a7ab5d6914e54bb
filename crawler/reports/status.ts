import { oneLine } from '../../src/model/display.ts';
import { faultKinds, type Fault, type FaultKind } from '../../src/model/fault.ts';
import { SourceId } from '../../src/model/server.ts';
import { mergedServers } from '../../src/store/merged.ts';
import type { Store, StoredServer } from '../../src/store/store.ts';
import { count } from '../../src/terminal/progress.ts';

/** What is known of a server's tools, and how: the words are what people read. */
const states = {
  live: 'listed by this store’s own visits',
  stale: 'listed before, but the newest visit failed',
  catalogue: 'taken from the published catalogue',
  listed: 'known from a source’s word alone',
  failed: 'visited, but never listed',
  unvisited: 'never visited',
} as const;
type State = keyof typeof states;

/** Where the walk of a source stands, and how many listings it has given. */
interface SourceStatus {
  source: SourceId;
  walk: 'complete' | 'unfinished' | 'never';
  listings: number;
}

/** Everything `status` tells. Times are ISO 8601, UTC. */
export interface Status {
  sources: SourceStatus[];
  servers: Record<State, number>;
  tools: number;
  faults: Partial<Record<FaultKind, number>>;
  oldest: { server: string; at: string } | null;
}

/** Faults of single definitions, beside which a visit succeeds. */
const partial: readonly FaultKind[] = ['duplicate-tool', 'invalid-definition'];

/** The state of one server. */
export function stateOf({ origin, tools, faults }: Pick<StoredServer, 'origin' | 'tools' | 'faults'>): State {
  const hasFailed = faults.some(({ stage, kind }) => stage === 'inspect' && !partial.includes(kind));
  if (origin === 'live') return hasFailed ? 'stale' : 'live';
  if (origin === 'catalogue') return 'catalogue';
  if (tools.length > 0) return 'listed';
  return hasFailed ? 'failed' : 'unvisited';
}

async function sourcesOf(store: Store): Promise<SourceStatus[]> {
  const listings = new Map<string, number>();
  for await (const { source } of store.listings()) listings.set(source, (listings.get(source) ?? 0) + 1);
  const statuses: SourceStatus[] = [];
  for (const source of SourceId.options) {
    const place = await store.walkPlace(source);
    const walk = place === null ? 'never' : place.done ? 'complete' : 'unfinished';
    statuses.push({ source, walk, listings: listings.get(source) ?? 0 });
  }
  return statuses;
}

/** What a store holds: sources, servers by state, faults by kind, and the server that was listed longest ago. */
export async function statusOf(store: Store): Promise<Status> {
  const servers = { live: 0, stale: 0, catalogue: 0, listed: 0, failed: 0, unvisited: 0 };
  const faults = new Map<FaultKind, number>();
  const note = (fault: Fault): unknown => faults.set(fault.kind, (faults.get(fault.kind) ?? 0) + 1);
  let tools = 0;
  for await (const server of mergedServers(store)) {
    servers[stateOf(server)] += 1;
    tools += server.tools.length;
    server.faults.forEach(note);
  }
  (await store.sourceFaults()).forEach(note);
  const sorted = [...faults].sort(([, a], [, b]) => b - a);
  return {
    ...{ sources: await sourcesOf(store), servers, tools },
    ...{ faults: Object.fromEntries(sorted), oldest: await store.oldestListing() },
  };
}

/** The status in lines for people. */
export function statusLines({ sources, servers, tools, faults, oldest }: Status): string[] {
  const row = (number: number, words: string): string =>
    `  ${number.toLocaleString('en-GB').padStart(7)}  ${words}`;
  const total = Object.values(servers).reduce((sum, number) => sum + number, 0);
  const walks = { complete: 'walked to its end', unfinished: 'walk unfinished', never: 'not walked' };
  const known = sources.filter(({ walk, listings }) => walk !== 'never' || listings > 0);
  const silent = sources.filter((source) => !known.includes(source)).map(({ source }) => source);
  return [
    'Listings by source:',
    ...known.map(({ source, walk, listings }) =>
      row(listings, source === 'bundled' ? source : `${source}, ${walks[walk]}`),
    ),
    ...(silent.length === 0 ? [] : [`  Not read yet: ${silent.join(', ')}.`]),
    `${count(total, 'server')} with ${count(tools, 'tool')}:`,
    ...Object.entries(states).map(([state, words]) => row(servers[state as State], words)),
    'Faults by kind:',
    ...Object.entries(faults).map(([kind, number]) =>
      row(number, `${kind}: ${faultKinds[kind as FaultKind].label}`),
    ),
    oldest === null
      ? 'No server has been listed yet.'
      : `Listed longest ago: ${oneLine(oldest.server)}, on ${oldest.at.slice(0, 10)}.`,
  ];
}
