import { canonical } from '../model/canonical.ts';
import { parseRecord, type Sql } from './sql.ts';
import { OpenBatch, type Store } from './store.ts';

/** Batches under way at a judge's endpoint, by the name of their file there. */
export function batchTable(sql: Sql): Pick<Store, 'openBatches' | 'saveBatch' | 'forgetBatch'> {
  return {
    async openBatches() {
      const rows = await sql.rows('SELECT file, record FROM batch ORDER BY rowid');
      return rows.map(({ file, record }) => parseRecord(sql, OpenBatch, record, `the batch ${String(file)}`));
    },
    async saveBatch(batch) {
      await sql.run(
        'INSERT INTO batch (file, record) VALUES ($1, $2) ON CONFLICT (file) DO UPDATE SET record = excluded.record',
        batch.file,
        canonical(batch),
      );
    },
    async forgetBatch(file) {
      await sql.run('DELETE FROM batch WHERE file = $1', file);
    },
  };
}
