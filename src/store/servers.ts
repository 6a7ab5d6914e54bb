import { canonical, sha256 } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { Inspection, ServerListing } from '../model/server.ts';
import { slugChoices } from '../model/slug.ts';
import { parseRecord, type Row, rowsAmong, type Sql } from './sql.ts';
import type { StoredServer } from './store.ts';

type Visit = Pick<StoredServer, 'inspection' | 'origin'>;

/** Rows of one statement of a long reading. */
const pageRows = 1_000;

const setListing = `
  INSERT INTO listing VALUES ($1, $2, $3, $4)
  ON CONFLICT (server, source, name) DO UPDATE SET record = excluded.record`;

const setInspection = `
  INSERT INTO inspection VALUES ($1, $2, $3)
  ON CONFLICT (server) DO UPDATE SET origin = excluded.origin, record = excluded.record`;

const listingsAfter = `
  SELECT server, source, name, record FROM listing WHERE (server, source, name) > ($1, $2, $3)
  ORDER BY server, source, name LIMIT ${pageRows}`;

/** Every listing, page by page, so that nothing stays open between them and no list is ever whole in memory. */
async function* allListings(sql: Sql, parse: (row: Row) => ServerListing): AsyncGenerator<ServerListing> {
  let after = ['', '', ''];
  for (;;) {
    const rows = await sql.rows(listingsAfter, ...after);
    for (const row of rows) yield parse(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = [String(last.server), String(last.source), String(last.name)];
  }
}

/** Notes that this transaction writes about a known server; another that does waits. Returns whether it is known. */
async function hold(sql: Sql, id: string): Promise<boolean> {
  return (await sql.run('UPDATE server SET slug = slug WHERE id = $1', id)) === 1;
}

async function addServer(sql: Sql, id: string, wanted?: string): Promise<void> {
  const choices = [...(wanted === undefined ? [] : [wanted]), ...slugChoices(id), sha256(id)];
  for (const slug of choices) {
    if (await hold(sql, id)) return;
    await sql.run('INSERT INTO server VALUES ($1, $2) ON CONFLICT DO NOTHING', id, slug);
  }
  if (!(await hold(sql, id))) throw sql.damaged(`there is no slug left for ${id}.`);
}

/** What was last seen of these servers, by server. */
async function visitsAmong(sql: Sql, servers: readonly string[]): Promise<Map<string, Visit>> {
  const rows = await rowsAmong(
    sql,
    servers,
    (list) => `SELECT server, origin, record FROM inspection WHERE server IN ${list}`,
  );
  return new Map(
    rows.map(({ server, origin, record }) => [
      String(server),
      {
        inspection: parseRecord(sql, Inspection, record, `the inspection of ${String(server)}`),
        origin: origin === 'live' ? 'live' : 'catalogue',
      },
    ]),
  );
}

/** The listings, inspections and slugs of servers. */
export function serverTable(sql: Sql) {
  const parse = ({ server, record }: Row): ServerListing =>
    parseRecord(sql, ServerListing, record, `a listing of ${String(server)}`);
  return {
    /** Up to `number` ids that follow on one, sorted. */
    async idsAfter(id: string, number: number): Promise<string[]> {
      const rows = await sql.rows('SELECT id FROM server WHERE id > $1 ORDER BY id LIMIT $2', id, number);
      return rows.map((row) => String(row.id));
    },
    /** The slugs of those of these servers that are known. */
    async slugs(ids: readonly string[]): Promise<Map<string, string>> {
      const rows = await rowsAmong(sql, ids, (list) => `SELECT id, slug FROM server WHERE id IN ${list}`);
      return new Map(rows.map(({ id, slug }) => [String(id), String(slug)]));
    },
    hold: (id: string) => hold(sql, id),
    /** Adds a server, under the wanted slug when it is free, unless it is known. */
    add: (id: string, wanted?: string) => addServer(sql, id, wanted),
    addListing: (id: string, listing: ServerListing) =>
      sql.run(setListing, id, listing.source, listing.name, canonical(listing as Json)),
    /** The listings of these servers, by server. */
    async listings(ids: readonly string[]): Promise<Map<string, ServerListing[]>> {
      const rows = await rowsAmong(
        sql,
        ids,
        (list) => `SELECT server, record FROM listing WHERE server IN ${list} ORDER BY server, source, name`,
      );
      const byServer = Map.groupBy(rows, ({ server }) => String(server));
      return new Map([...byServer].map(([server, its]) => [server, its.map(parse)]));
    },
    allListings: () => allListings(sql, parse),
    visits: (ids: readonly string[]) => visitsAmong(sql, ids),
    async visit(id: string): Promise<Visit> {
      return (await visitsAmong(sql, [id])).get(id) ?? { inspection: null, origin: null };
    },
    setInspection: (id: string, origin: 'live' | 'catalogue', record: Inspection) =>
      sql.run(setInspection, id, origin, canonical(record)),
  };
}
