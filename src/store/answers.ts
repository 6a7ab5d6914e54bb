import type { DatabaseSync } from 'node:sqlite';
import { canonical } from '../model/canonical.ts';
import { Verdict } from '../model/classification.ts';
import { parseRecord } from './database.ts';
import type { Store } from './store.ts';

/** Verdicts by the hash of everything they were made from. */
export function verdicts(database: DatabaseSync, path: string): Pick<Store, 'verdict' | 'saveVerdict'> {
  const verdict = database.prepare('SELECT record FROM verdict WHERE key = ?');
  const setVerdict = database.prepare('INSERT OR REPLACE INTO verdict VALUES (?, ?)');
  return {
    verdict(key) {
      const row = verdict.get(key);
      return row === undefined ? null : parseRecord(Verdict, row.record, { path, row: `the verdict ${key}` });
    },
    saveVerdict(key, record) {
      setVerdict.run(key, canonical(record));
    },
  };
}
