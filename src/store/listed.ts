import { canonical } from '../model/canonical.ts';
import { ToolListing } from '../model/server.ts';
import { parseRecord, rowsAmong, type Sql } from './sql.ts';

/** Whose word a server's tools rest on, while it is only a source's. */
export function listedTable(sql: Sql) {
  const among = async (ids: readonly string[]): Promise<Map<string, ToolListing>> => {
    const rows = await rowsAmong(
      sql,
      ids,
      (list) => `SELECT server, record FROM listed WHERE server IN ${list}`,
    );
    return new Map(
      rows.map(({ server, record }) => [
        String(server),
        parseRecord(sql, ToolListing, record, `the tool listing of ${String(server)}`),
      ]),
    );
  };
  return {
    among,
    async get(id: string): Promise<ToolListing | null> {
      return (await among([id])).get(id) ?? null;
    },
    async set(id: string, record: ToolListing): Promise<void> {
      await sql.run(
        'INSERT INTO listed VALUES ($1, $2) ON CONFLICT (server) DO UPDATE SET record = excluded.record',
        id,
        canonical(record),
      );
    },
    async forget(id: string): Promise<void> {
      await sql.run('DELETE FROM listed WHERE server = $1', id);
    },
  };
}
