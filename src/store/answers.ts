import { canonical } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { Verdict } from '../model/classification.ts';
import { parseRecord, rowsAmong, type Sql } from './sql.ts';
import type { Store } from './store.ts';

/** Verdicts by the hash of everything they were made from. */
export function verdictTable(sql: Sql): Pick<Store, 'verdicts' | 'saveVerdict'> {
  return {
    async verdicts(keys) {
      const rows = await rowsAmong(
        sql,
        keys,
        (list) => `SELECT key, record FROM verdict WHERE key IN ${list}`,
      );
      return new Map(
        rows.map(({ key, record }) => [
          String(key),
          parseRecord(sql, Verdict, record, `the verdict ${String(key)}`),
        ]),
      );
    },
    async saveVerdict(key, record) {
      await sql.run(
        'INSERT INTO verdict VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET record = excluded.record',
        key,
        canonical(record as Json),
      );
    },
  };
}
