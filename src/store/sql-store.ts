import type { Period, ServerChanges } from '../model/change.ts';
import type { Verdict } from '../model/classification.ts';
import type { Fault } from '../model/fault.ts';
import type { RecordedServer } from '../model/recorded.ts';
import type { LiveListing, ServerListing } from '../model/server.ts';
import {
  addListing,
  keepPage,
  type Records,
  readServers,
  recordsOn,
  setListing,
  takeOver,
} from './records.ts';
import type { Database, Sql } from './sql.ts';
import type { OpenBatch, PageYield, RemoteOutcome, Store, StoredServer, WalkPlace } from './store.ts';

/** Servers of one page of a long reading. */
const pageServers = 100;

/** The store on any database that has its tables. */
export class SqlStore implements Store {
  readonly name: string;
  readonly #database: Database;
  readonly #records: Records;

  constructor(database: Database) {
    this.name = database.name;
    this.#database = database;
    this.#records = recordsOn(database);
  }

  #write<Result>(work: (records: Records) => Promise<Result>): Promise<Result> {
    return this.#database.transaction((sql) => work(recordsOn(sql)));
  }

  saveSourcePage(
    walk: string,
    listings: readonly ServerListing[],
    place: WalkPlace,
    yielded: PageYield = { tools: [], faults: [], etags: [] },
  ): Promise<void> {
    return this.#write(async (records) => {
      await keepPage(records, walk, listings, yielded);
      await records.walks.save(walk, place, yielded.etags);
    });
  }

  walkPlace(walk: string): Promise<WalkPlace | null> {
    return this.#records.walks.place(walk);
  }

  etag(walk: string, address: string): ReturnType<Store['etag']> {
    return this.#records.walks.etag(walk, address);
  }

  saveLive({ server, ...listing }: LiveListing, faults: readonly Fault[]): Promise<void> {
    return this.#write(async (records) => {
      const id = await addListing(records, server);
      await setListing(records, id, listing);
      await records.faults.replace(id, 'inspect', faults);
    });
  }

  saveRemoteVisit(outcome: RemoteOutcome, faults: readonly Fault[]): Promise<void> {
    const { server, at, listing, reachability } = outcome;
    return this.#write(async (records) => {
      await records.servers.hold(server);
      await records.reachability.set(server, reachability, at);
      if (listing !== null) await setListing(records, server, listing);
      await records.faults.replace(server, 'inspect', faults);
    });
  }

  takeOver(server: RecordedServer): Promise<boolean> {
    return this.#write((records) => takeOver(records, server));
  }

  saveFault(fault: Fault): Promise<void> {
    return this.#write(({ faults }) => faults.replace(fault.subject, fault.stage, [fault]));
  }

  listings(): AsyncIterable<ServerListing> {
    return this.#records.servers.allListings();
  }

  async server(id: string): Promise<StoredServer | null> {
    const [server] = await this.serversOf([id]);
    return server ?? null;
  }

  serversOf(ids: readonly string[]): Promise<StoredServer[]> {
    return readServers(this.#records, ids);
  }

  async *servers(): AsyncGenerator<StoredServer> {
    let ids = await this.#records.servers.idsAfter('', pageServers);
    while (ids.length > 0) {
      yield* await this.serversOf(ids);
      ids = await this.#records.servers.idsAfter(ids.at(-1) ?? '', pageServers);
    }
  }

  sourceFaults(): Promise<Fault[]> {
    return this.#records.faults.orphans();
  }

  periods(id: string): Promise<Period[]> {
    return this.#records.history.periods(id);
  }

  oldestListing(): Promise<{ server: string; at: string } | null> {
    return this.#records.history.oldest();
  }

  changes(since: string): AsyncIterable<ServerChanges> {
    return this.#records.history.changes(since);
  }

  verdicts(keys: readonly string[]): Promise<Map<string, Verdict>> {
    return this.#records.verdicts.verdicts(keys);
  }

  saveVerdict(key: string, verdict: Verdict): Promise<void> {
    return this.#records.verdicts.saveVerdict(key, verdict);
  }

  openBatches(): Promise<OpenBatch[]> {
    return this.#records.batches.openBatches();
  }

  saveBatch(batch: OpenBatch): Promise<void> {
    return this.#records.batches.saveBatch(batch);
  }

  forgetBatch(file: string): Promise<void> {
    return this.#records.batches.forgetBatch(file);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

/** The store inside of a transaction that somebody else ends: what is saved is kept when that one is. */
export function storeWithin(sql: Sql, name: string): Store {
  return new SqlStore({ ...sql, name, transaction: (work) => work(sql), close: () => Promise.resolve() });
}
