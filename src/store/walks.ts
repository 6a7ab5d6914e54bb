import { canonical } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { parseRecord, type Sql, textOrNull } from './sql.ts';
import { WalkPlace } from './store.ts';
import type { PageYield, Store } from './store.ts';

const setEtag = `
  INSERT INTO etag VALUES ($1, $2, $3, $4, $5) ON CONFLICT (walk, address)
  DO UPDATE SET etag = excluded.etag, next = excluded.next, began = excluded.began`;

const setPlace = 'INSERT INTO walk VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET record = excluded.record';

/** The places of walks and the validators of what they read. */
export function walkTable(sql: Sql) {
  return {
    async place(walk: string): Promise<WalkPlace | null> {
      const [row] = await sql.rows('SELECT record FROM walk WHERE name = $1', walk);
      return row === undefined ? null : parseRecord(sql, WalkPlace, row.record, `the walk ${walk}`);
    },
    /** Keeps the place and the validators of the page before it. A finished walk forgets those of earlier ones. */
    async save(walk: string, record: WalkPlace, etags: PageYield['etags']): Promise<void> {
      const began = record.began ?? '';
      for (const { address, etag } of etags)
        await sql.run(setEtag, walk, address, etag, record.cursor, began);
      if (record.done) await sql.run('DELETE FROM etag WHERE walk = $1 AND began < $2', walk, began);
      await sql.run(setPlace, walk, canonical(record as Json));
    },
    async etag(walk: string, address: string): ReturnType<Store['etag']> {
      const [row] = await sql.rows(
        'SELECT etag, next FROM etag WHERE walk = $1 AND address = $2',
        walk,
        address,
      );
      return row === undefined ? null : { etag: String(row.etag), next: textOrNull(row.next) };
    },
  };
}
