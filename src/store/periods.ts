import type { Period } from '../model/change.ts';
import { type Row, rowsAmong, type Sql, textOrNull } from './sql.ts';

const periodOf = (row: Row): Period => ({
  tool: String(row.tool),
  hash: textOrNull(row.hash),
  from: String(row.at),
  fromVersion: textOrNull(row.version),
  last: textOrNull(row.last) ?? String(row.at),
  lastVersion: textOrNull(row.last_version),
  until: textOrNull(row.until),
});

const among = (list: string): string => `
  SELECT server, tool, hash, period.at, period.version, CASE WHEN until IS NULL THEN sighting.at ELSE last END AS last,
         CASE WHEN until IS NULL THEN sighting.version ELSE last_version END AS last_version, until
  FROM period LEFT JOIN sighting USING (server) WHERE server IN ${list} ORDER BY server, tool, period.at`;

const close = `
  UPDATE period SET until = $1, last = (SELECT sighting.at FROM sighting WHERE sighting.server = period.server),
    last_version = (SELECT sighting.version FROM sighting WHERE sighting.server = period.server)
  WHERE server = $2 AND tool = $3 AND until IS NULL`;

const open = `
  INSERT INTO period VALUES ($1, $2, $3, $4, $5, NULL, NULL, NULL) ON CONFLICT (server, tool, at)
  DO UPDATE SET hash = excluded.hash, version = excluded.version, last = NULL, last_version = NULL, until = NULL`;

const sight = `
  INSERT INTO sighting VALUES ($1, $2, $3)
  ON CONFLICT (server) DO UPDATE SET at = excluded.at, version = excluded.version`;

/**
 * Periods of definitions, and when each server's tools were last listed. A period that stands was last seen then, so a
 * visit that finds the same writes one row and not one for each tool.
 */
export function periodTable(sql: Sql) {
  return {
    /** The periods of these servers' tools, by tool and time. */
    async among(servers: readonly string[]): Promise<Map<string, Period[]>> {
      const rows = await rowsAmong(sql, servers, among);
      const byServer = Map.groupBy(rows, ({ server }) => String(server));
      return new Map([...byServer].map(([server, its]) => [server, its.map(periodOf)]));
    },
    of: async (server: string): Promise<Period[]> => (await rowsAmong(sql, [server], among)).map(periodOf),
    open: (
      server: string,
      { tool, from, hash, fromVersion }: Omit<Period, 'last' | 'lastVersion' | 'until'>,
    ) => sql.run(open, server, tool, from, hash, fromVersion),
    close: (server: string, tool: string, at: string) => sql.run(close, at, server, tool),
    sight: (server: string, at: string, version: string | null) => sql.run(sight, server, at, version),
    forget: async (server: string): Promise<void> => {
      await sql.run('DELETE FROM period WHERE server = $1', server);
      await sql.run('DELETE FROM sighting WHERE server = $1', server);
    },
    oldestSighting: async (): Promise<{ server: string; at: string } | null> => {
      const [row] = await sql.rows('SELECT server, at FROM sighting ORDER BY at, server LIMIT 1');
      return row === undefined ? null : { server: String(row.server), at: String(row.at) };
    },
    async serversSince(moment: string): Promise<string[]> {
      const rows = await sql.rows(
        'SELECT DISTINCT server FROM period WHERE at >= $1 OR until >= $2 ORDER BY server',
        ...[moment, moment],
      );
      return rows.map(({ server }) => String(server));
    },
  };
}
