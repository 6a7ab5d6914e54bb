import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../model/fault.ts';
import { parseRecord } from './database.ts';

/** The failures that stand: each subject's newest ones of each stage. */
export function faultTable(database: DatabaseSync, path: string) {
  const of = database.prepare('SELECT record FROM fault WHERE subject = ? ORDER BY stage, rowid');
  const orphans = database.prepare(
    'SELECT subject, record FROM fault WHERE subject NOT IN (SELECT id FROM server) ORDER BY subject, stage, rowid',
  );
  const forget = database.prepare('DELETE FROM fault WHERE subject = ? AND stage = ?');
  const forgetAll = database.prepare('DELETE FROM fault WHERE subject = ?');
  const keep = database.prepare('INSERT INTO fault VALUES (?, ?, ?)');
  const parse = (subject: string, record: unknown): Fault =>
    parseRecord(Fault, record, { path, row: `a fault of ${subject}` });

  return {
    of: (subject: string): Fault[] => of.all(subject).map(({ record }) => parse(subject, record)),
    orphans: (): Fault[] => orphans.all().map(({ subject, record }) => parse(String(subject), record)),
    replaceAll(subject: string, faults: readonly Fault[]): void {
      forgetAll.run(subject);
      for (const fault of faults) keep.run(fault.stage, fault.subject, JSON.stringify(fault));
    },
    replace(subject: string, stage: Fault['stage'], faults: readonly Fault[]): void {
      forget.run(subject, stage);
      for (const fault of faults) keep.run(fault.stage, fault.subject, JSON.stringify(fault));
    },
  };
}
