import type { DatabaseSync } from 'node:sqlite';
import { canonical } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { parseRecord } from './database.ts';
import { WalkPlace } from './store.ts';
import type { PageYield, Store } from './store.ts';

/** The places of walks and the validators of what they read. */
export function walkTable(database: DatabaseSync, path: string) {
  const place = database.prepare('SELECT record FROM walk WHERE name = ?');
  const setPlace = database.prepare('INSERT OR REPLACE INTO walk VALUES (?, ?)');
  const etag = database.prepare('SELECT etag, next FROM etag WHERE walk = ? AND address = ?');
  const setEtag = database.prepare('INSERT OR REPLACE INTO etag VALUES (?, ?, ?, ?, ?)');
  const forgetEtags = database.prepare('DELETE FROM etag WHERE walk = ? AND began < ?');

  return {
    place(walk: string): WalkPlace | null {
      const row = place.get(walk);
      return row === undefined ? null : parseRecord(WalkPlace, row.record, { path, row: `the walk ${walk}` });
    },
    /** Keeps the place and the validators of the page before it. A finished walk forgets those of earlier ones. */
    save(walk: string, record: WalkPlace, etags: PageYield['etags']): void {
      const began = record.began ?? '';
      for (const { address, etag: text } of etags) setEtag.run(walk, address, text, record.cursor, began);
      if (record.done) forgetEtags.run(walk, began);
      setPlace.run(walk, canonical(record as Json));
    },
    etag(walk: string, address: string): ReturnType<Store['etag']> {
      const row = etag.get(walk, address);
      if (row === undefined) return null;
      return { etag: String(row.etag), next: row.next === null ? null : String(row.next) };
    },
  };
}
