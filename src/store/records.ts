import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../model/fault.ts';
import { serverId } from '../model/identity.ts';
import { SourceId } from '../model/server.ts';
import type { RecordedServer } from '../model/recorded.ts';
import type { Inspection, ServerListing, ToolListing } from '../model/server.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { batchTable } from './batches.ts';
import { faultTable } from './faults.ts';
import { toolHistory } from './history.ts';
import { listedTable } from './listed.ts';
import { reachabilityTable } from './reachability.ts';
import { serverTable } from './servers.ts';
import type { Sql } from './sql.ts';
import type { ListedTools, StoredServer } from './store.ts';
import { verdictTable } from './answers.ts';
import { walkTable } from './walks.ts';

/** Every table of a store, read and written by the statements of one transaction or of none. */
export function recordsOn(sql: Sql) {
  return {
    servers: serverTable(sql),
    history: toolHistory(sql),
    reachability: reachabilityTable(sql),
    faults: faultTable(sql),
    listed: listedTable(sql),
    walks: walkTable(sql),
    verdicts: verdictTable(sql),
    batches: batchTable(sql),
  };
}

export type Records = ReturnType<typeof recordsOn>;

/** How a visit was made and what make of server it met. */
function circumstances(visit: Inspection): object {
  const { protocol } = visit;
  if (visit.kind === 'remote') return { remote: visit.remote, protocol };
  if (visit.kind === 'program') return { command: visit.command, environment: visit.environment, protocol };
  return { launch: visit.launch, versionGot: visit.versionGot, integrity: visit.integrity, protocol };
}

/** Whether what was heard before stands against the same server's entry elsewhere. */
function countsMore(before: ToolListing | null, entry: Pick<ToolListing, 'source' | 'name'>): boolean {
  if (before === null) return false;
  if (before.source === entry.source) return before.name < entry.name;
  return SourceId.options.indexOf(before.source) < SourceId.options.indexOf(entry.source);
}

async function forgetHearsay({ listed, history }: Records, id: string): Promise<void> {
  if ((await listed.get(id)) === null) return;
  await history.forget(id);
  await listed.forget(id);
}

/** Files a listing under its server, which is added when it is new. Returns the server's id. */
export async function addListing({ servers }: Records, listing: ServerListing): Promise<string> {
  const id = serverId(listing);
  await servers.add(id);
  await servers.addListing(id, listing);
  return id;
}

/** Keeps what a visit of this store's own has listed. */
export async function setListing(
  records: Records,
  id: string,
  { inspection, tools }: { inspection: Inspection; tools: readonly ToolDefinition[] },
): Promise<void> {
  const { servers, history } = records;
  const before = (await servers.visit(id)).inspection;
  await forgetHearsay(records, id);
  const version = inspection.kind === 'package' ? inspection.versionGot : null;
  const hasChanged = await history.see(id, tools, inspection.at, version);
  const isSame = before !== null && isDeepStrictEqual(circumstances(before), circumstances(inspection));
  await servers.setInspection(id, 'live', isSame && !hasChanged ? before : inspection);
}

/** Keeps a source's word on a server's tools, unless a visit or a source that counts more has spoken. */
export async function hear(
  records: Records,
  { server: { source, name, ...server }, tools, on }: ListedTools,
): Promise<void> {
  const { servers, listed, history } = records;
  const id = serverId({ source, name, ...server });
  const before = await listed.get(id);
  if ((await servers.visit(id)).inspection !== null || countsMore(before, { source, name })) return;
  const isSameList = before?.source === source && before.name === name;
  if (!isSameList) await forgetHearsay(records, id);
  const hasChanged = await history.see(id, tools, on, server.version);
  if (hasChanged || !isSameList) await listed.set(id, { source, name, on });
}

/** Keeps a published server, unless this store's own word on it is worth as much. Returns whether it is kept. */
export async function takeOver(records: Records, server: RecordedServer): Promise<boolean> {
  const { servers, history, reachability, listed, faults } = records;
  const { id, inspection } = server;
  const isVisited = (await reachability.of(id)).visited !== null;
  const isHeard = (await listed.get(id)) !== null;
  if ((await servers.visit(id)).inspection !== null) return false;
  if (isVisited || (isHeard && inspection === null)) return false;
  await servers.add(id, server.slug);
  await forgetHearsay(records, id);
  if (server.listed !== undefined) await listed.set(id, server.listed);
  for (const listing of server.sources) await addListing(records, listing);
  if (inspection !== null) await servers.setInspection(id, 'catalogue', inspection);
  const own = server.sources.find((listing) => serverId(listing) === id)?.version ?? null;
  const version = inspection?.kind === 'package' ? inspection.versionGot : own;
  await history.adopt(id, server, version);
  if (inspection !== null) await history.sight(id, inspection.at, version);
  await reachability.set(id, server.reachability, null);
  await faults.replaceAll(id, server.faults);
  return true;
}

/** Those of these servers that are known, in this order. */
export async function readServers(records: Records, ids: readonly string[]): Promise<StoredServer[]> {
  const unique = [...new Set(ids)];
  const slugs = await records.servers.slugs(unique);
  const known = unique.filter((id) => slugs.has(id));
  const listings = await records.servers.listings(known);
  const visits = await records.servers.visits(known);
  const answers = await records.reachability.among(known);
  const heard = await records.listed.among(known);
  const tools = await records.history.among(known);
  const faults = await records.faults.among(known);
  return known.map((id): StoredServer => {
    const listed = heard.get(id);
    return {
      ...{ id, slug: slugs.get(id) ?? '', listings: listings.get(id) ?? [] },
      ...(visits.get(id) ?? { inspection: null, origin: null }),
      ...(answers.get(id) ?? { reachability: [], visited: null }),
      ...(listed === undefined ? {} : { listed }),
      ...(tools.get(id) ?? { tools: [], past: [] }),
      faults: faults.get(id) ?? [],
    };
  });
}

/** Keeps what one page of a source brought, and forgets the faults it disproves. */
export async function keepPage(
  records: Records,
  walk: string,
  listings: readonly ServerListing[],
  { tools, faults }: { tools: readonly ListedTools[]; faults: readonly Fault[] },
): Promise<void> {
  await records.faults.replace(walk, 'source', []);
  for (const listing of listings) {
    await addListing(records, listing);
    await records.faults.replace(`${walk}:${listing.name}`, 'source', []);
  }
  for (const [subject, its] of Map.groupBy(faults, (fault) => fault.subject))
    await records.faults.replace(subject, 'source', its);
  for (const listed of tools) await hear(records, listed);
}
