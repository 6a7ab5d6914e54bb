import type { DatabaseSync } from 'node:sqlite';
import { canonical } from '../model/canonical.ts';
import { ToolListing } from '../model/server.ts';
import { parseRecord } from './database.ts';

/** Whose word a server's tools rest on, while it is only a source's. */
export function listedTable(database: DatabaseSync, path: string) {
  const get = database.prepare('SELECT record FROM listed WHERE server = ?');
  const set = database.prepare('INSERT OR REPLACE INTO listed VALUES (?, ?)');
  const forget = database.prepare('DELETE FROM listed WHERE server = ?');
  return {
    get(id: string): ToolListing | null {
      const row = get.get(id);
      return row === undefined
        ? null
        : parseRecord(ToolListing, row.record, { path, row: `the tool listing of ${id}` });
    },
    set(id: string, record: ToolListing): void {
      set.run(id, canonical(record));
    },
    forget(id: string): void {
      forget.run(id);
    },
  };
}
