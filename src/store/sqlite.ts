import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Period, ServerChanges } from '../model/change.ts';
import type { Verdict } from '../model/classification.ts';
import type { Fault } from '../model/fault.ts';
import { serverId } from '../model/identity.ts';
import { SourceId } from '../model/server.ts';
import type {
  CatalogueServer,
  Inspection,
  LiveListing,
  ServerListing,
  ToolListing,
} from '../model/server.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { verdicts } from './answers.ts';
import { batchTable } from './batches.ts';
import { openDatabase, transaction } from './database.ts';
import { faultTable } from './faults.ts';
import { toolHistory } from './history.ts';
import { listedTable } from './listed.ts';
import { reachabilityTable } from './reachability.ts';
import { serverTable } from './servers.ts';
import type {
  ListedTools,
  OpenBatch,
  PageYield,
  RemoteOutcome,
  Store,
  StoredServer,
  WalkPlace,
} from './store.ts';
import { walkTable } from './walks.ts';

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

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #servers: ReturnType<typeof serverTable>;
  readonly #history: ReturnType<typeof toolHistory>;
  readonly #reachability: ReturnType<typeof reachabilityTable>;
  readonly #faults: ReturnType<typeof faultTable>;
  readonly #listed: ReturnType<typeof listedTable>;
  readonly #walks: ReturnType<typeof walkTable>;
  readonly #verdicts: ReturnType<typeof verdicts>;
  readonly #batches: ReturnType<typeof batchTable>;

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.#servers = serverTable(database, path);
    this.#history = toolHistory(database, path);
    this.#reachability = reachabilityTable(database, path);
    this.#faults = faultTable(database, path);
    this.#listed = listedTable(database, path);
    this.#walks = walkTable(database, path);
    this.#verdicts = verdicts(database, path);
    this.#batches = batchTable(database, path);
  }

  saveSourcePage(
    walk: string,
    listings: readonly ServerListing[],
    place: WalkPlace,
    { tools, faults, etags }: PageYield = { tools: [], faults: [], etags: [] },
  ): void {
    transaction(this.#database, () => {
      this.#faults.replace(walk, 'source', []);
      for (const listing of listings) {
        this.#addListing(listing);
        this.#faults.replace(`${walk}:${listing.name}`, 'source', []);
      }
      for (const [subject, its] of Map.groupBy(faults, (fault) => fault.subject))
        this.#faults.replace(subject, 'source', its);
      for (const listed of tools) this.#hear(listed);
      this.#walks.save(walk, place, etags);
    });
  }

  walkPlace(walk: string): WalkPlace | null {
    return this.#walks.place(walk);
  }

  etag(walk: string, address: string): ReturnType<Store['etag']> {
    return this.#walks.etag(walk, address);
  }

  saveLive({ server, inspection, tools }: LiveListing, faults: readonly Fault[]): void {
    transaction(this.#database, () => {
      const id = this.#addListing(server);
      this.#setListing(id, inspection, tools);
      this.#faults.replace(id, 'inspect', faults);
    });
  }

  saveRemoteVisit({ server, at, listing, reachability }: RemoteOutcome, faults: readonly Fault[]): void {
    transaction(this.#database, () => {
      this.#reachability.set(server, reachability, at);
      if (listing !== null) this.#setListing(server, listing.inspection, listing.tools);
      this.#faults.replace(server, 'inspect', faults);
    });
  }

  takeOver(server: CatalogueServer): boolean {
    const { id, inspection } = server;
    return transaction(this.#database, () => {
      const isVisited = this.#reachability.of(id).visited !== null;
      const isHeard = this.#listed.get(id) !== null;
      if (this.#servers.inspection(id).inspection !== null) return false;
      if (isVisited || (isHeard && inspection === null)) return false;
      this.#servers.add(id, server.slug);
      this.#forgetHearsay(id);
      if (server.listed !== undefined) this.#listed.set(id, server.listed);
      for (const listing of server.sources) this.#addListing(listing);
      if (inspection !== null) this.#servers.setInspection(id, 'catalogue', inspection);
      const listed = server.sources.find((listing) => serverId(listing) === id)?.version ?? null;
      const version = inspection?.kind === 'package' ? inspection.versionGot : listed;
      this.#history.adopt(id, server, version);
      if (inspection !== null) this.#history.sight(id, inspection.at, version);
      this.#reachability.set(id, server.reachability, null);
      this.#faults.replaceAll(id, server.faults);
      return true;
    });
  }

  saveFault(fault: Fault): void {
    transaction(this.#database, () => {
      this.#faults.replace(fault.subject, fault.stage, [fault]);
    });
  }

  listings(): IterableIterator<ServerListing> {
    return this.#servers.allListings();
  }

  server(id: string): StoredServer | null {
    const slug = this.#servers.slug(id);
    if (slug === null) return null;
    const listings = this.#servers.listings(id);
    const listed = this.#listed.get(id);
    return {
      id,
      slug,
      listings,
      ...this.#servers.inspection(id),
      ...this.#reachability.of(id),
      ...(listed === null ? {} : { listed }),
      tools: this.#history.tools(id),
      past: this.#history.past(id),
      faults: this.#faults.of(id),
    };
  }

  *servers(): IterableIterator<StoredServer> {
    for (const id of this.#servers.ids()) {
      const server = this.server(id);
      if (server !== null) yield server;
    }
  }

  sourceFaults(): Fault[] {
    return this.#faults.orphans();
  }

  periods(id: string): Period[] {
    return this.#history.periods(id);
  }

  oldestListing(): { server: string; at: string } | null {
    return this.#history.oldest();
  }

  changes(since: string): IterableIterator<ServerChanges> {
    return this.#history.changes(since);
  }

  verdict(key: string): Verdict | null {
    return this.#verdicts.verdict(key);
  }

  saveVerdict(key: string, verdict: Verdict): void {
    this.#verdicts.saveVerdict(key, verdict);
  }

  openBatches(): OpenBatch[] {
    return this.#batches.openBatches();
  }

  saveBatch(batch: OpenBatch): void {
    this.#batches.saveBatch(batch);
  }

  forgetBatch(file: string): void {
    this.#batches.forgetBatch(file);
  }

  close(): void {
    this.#database.close();
  }

  #setListing(id: string, inspection: Inspection, tools: readonly ToolDefinition[]): void {
    const before = this.#servers.inspection(id).inspection;
    this.#forgetHearsay(id);
    const version = inspection.kind === 'package' ? inspection.versionGot : null;
    const hasChanged = this.#history.see(id, tools, inspection.at, version);
    const isSame = before !== null && isDeepStrictEqual(circumstances(before), circumstances(inspection));
    this.#servers.setInspection(id, 'live', isSame && !hasChanged ? before : inspection);
  }

  /** Keeps a source's word on a server's tools, unless a visit or a source that counts more has spoken. */
  #hear({ server: { source, name, ...server }, tools, on }: ListedTools): void {
    const id = serverId({ source, name, ...server });
    const before = this.#listed.get(id);
    if (this.#servers.inspection(id).inspection !== null || countsMore(before, { source, name })) return;
    const isSameList = before?.source === source && before.name === name;
    if (!isSameList) this.#forgetHearsay(id);
    const hasChanged = this.#history.see(id, tools, on, server.version);
    if (hasChanged || !isSameList) this.#listed.set(id, { source, name, on });
  }

  #forgetHearsay(id: string): void {
    if (this.#listed.get(id) === null) return;
    this.#history.forget(id);
    this.#listed.forget(id);
  }

  #addListing(listing: ServerListing): string {
    const id = serverId(listing);
    this.#servers.add(id);
    this.#servers.addListing(id, listing);
    return id;
  }
}

/**
 * The embedded store: one SQLite file through Node's own driver.
 * @throws UserError naming the file when it is damaged or of another version.
 */
export function openStore(path: string): Store {
  return new SqliteStore(openDatabase(path), path);
}
