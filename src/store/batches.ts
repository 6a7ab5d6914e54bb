import type { DatabaseSync } from 'node:sqlite';
import { canonical } from '../model/canonical.ts';
import { parseRecord } from './database.ts';
import { OpenBatch, type Store } from './store.ts';

/** Batches under way at a judge's endpoint, by the name of their file there. */
export function batchTable(
  database: DatabaseSync,
  path: string,
): Pick<Store, 'openBatches' | 'saveBatch' | 'forgetBatch'> {
  const all = database.prepare('SELECT file, record FROM batch ORDER BY rowid');
  const set = database.prepare(
    'INSERT INTO batch VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET record = excluded.record',
  );
  const remove = database.prepare('DELETE FROM batch WHERE file = ?');
  return {
    openBatches: () =>
      all
        .all()
        .map(({ file, record }) =>
          parseRecord(OpenBatch, record, { path, row: `the batch ${String(file)}` }),
        ),
    saveBatch(batch) {
      set.run(batch.file, canonical(batch));
    },
    forgetBatch(file) {
      remove.run(file);
    },
  };
}
