import type { DatabaseSync } from 'node:sqlite';
import type { Period } from '../model/change.ts';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Periods of definitions, and when each server's tools were last listed. A period that stands was last seen then, so a
 * visit that finds the same writes one row and not one for each tool.
 */
export function periodTable(database: DatabaseSync) {
  const ofServer = database.prepare(`
    SELECT tool, hash, period.at, period.version, CASE WHEN until IS NULL THEN sighting.at ELSE last END AS last,
           CASE WHEN until IS NULL THEN sighting.version ELSE last_version END AS last_version, until
    FROM period LEFT JOIN sighting USING (server) WHERE server = ? ORDER BY tool, period.at`);
  const open = database.prepare('INSERT OR REPLACE INTO period VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL)');
  const close = database.prepare(`
    UPDATE period SET until = ?, last = (SELECT at FROM sighting WHERE server = period.server),
      last_version = (SELECT version FROM sighting WHERE server = period.server)
    WHERE server = ? AND tool = ? AND until IS NULL`);
  const sight = database.prepare('INSERT OR REPLACE INTO sighting VALUES (?, ?, ?)');
  const since = database.prepare(
    'SELECT DISTINCT server FROM period WHERE at >= ? OR until >= ? ORDER BY server',
  );
  const forgetPeriods = database.prepare('DELETE FROM period WHERE server = ?');
  const forgetSighting = database.prepare('DELETE FROM sighting WHERE server = ?');
  const oldest = database.prepare('SELECT server, at FROM sighting ORDER BY at, server LIMIT 1');
  return {
    of: (server: string): Period[] =>
      ofServer.all(server).map((row) => ({
        tool: String(row.tool),
        hash: textOrNull(row.hash),
        from: String(row.at),
        fromVersion: textOrNull(row.version),
        last: textOrNull(row.last) ?? String(row.at),
        lastVersion: textOrNull(row.last_version),
        until: textOrNull(row.until),
      })),
    open: (
      server: string,
      { tool, from, hash, fromVersion }: Omit<Period, 'last' | 'lastVersion' | 'until'>,
    ) => open.run(server, tool, from, hash, fromVersion),
    close: (server: string, tool: string, at: string) => close.run(at, server, tool),
    sight: (server: string, at: string, version: string | null) => sight.run(server, at, version),
    forget: (server: string): void => {
      forgetPeriods.run(server);
      forgetSighting.run(server);
    },
    oldestSighting: (): { server: string; at: string } | null => {
      const row = oldest.get();
      return row === undefined ? null : { server: String(row.server), at: String(row.at) };
    },
    serversSince: (moment: string): string[] => since.all(moment, moment).map(({ server }) => String(server)),
  };
}
