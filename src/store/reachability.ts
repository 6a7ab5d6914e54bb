import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonical } from '../model/canonical.ts';
import { Reachability } from '../model/reachability.ts';
import { parseRecord } from './database.ts';

/** What the remote addresses of each server answered last. */
export function reachabilityTable(database: DatabaseSync, path: string) {
  const select = database.prepare('SELECT record FROM reachability WHERE server = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO reachability VALUES (?, ?)');
  return {
    of(server: string): Reachability[] {
      const row = select.get(server);
      if (row === undefined) return [];
      return parseRecord(z.array(Reachability), row.record, { path, row: `the reachability of ${server}` });
    },
    set(server: string, reachability: readonly Reachability[]): void {
      replace.run(server, canonical([...reachability]));
    },
  };
}
