import { Fault } from '../model/fault.ts';
import { parseRecord, type Row, rowsAmong, type Sql } from './sql.ts';

/** The failures that stand: each subject's newest ones of each stage. */
export function faultTable(sql: Sql) {
  const parse = ({ subject, record }: Row): Fault =>
    parseRecord(sql, Fault, record, `a fault of ${String(subject)}`);
  const keep = async (faults: readonly Fault[]): Promise<void> => {
    for (const fault of faults)
      await sql.run(
        'INSERT INTO fault (stage, subject, record) VALUES ($1, $2, $3)',
        ...[fault.stage, fault.subject, JSON.stringify(fault)],
      );
  };
  return {
    /** The faults of these subjects, by subject. */
    async among(subjects: readonly string[]): Promise<Map<string, Fault[]>> {
      const rows = await rowsAmong(
        sql,
        subjects,
        (list) => `SELECT subject, record FROM fault WHERE subject IN ${list} ORDER BY subject, stage, rowid`,
      );
      return Map.groupBy(rows.map(parse), ({ subject }) => subject);
    },
    /** The faults whose subject is no server. */
    async orphans(): Promise<Fault[]> {
      const rows = await sql.rows(
        'SELECT subject, record FROM fault WHERE subject NOT IN (SELECT id FROM server) ORDER BY subject, stage, rowid',
      );
      return rows.map(parse);
    },
    async replaceAll(subject: string, faults: readonly Fault[]): Promise<void> {
      await sql.run('DELETE FROM fault WHERE subject = $1', subject);
      await keep(faults);
    },
    async replace(subject: string, stage: Fault['stage'], faults: readonly Fault[]): Promise<void> {
      await sql.run('DELETE FROM fault WHERE subject = $1 AND stage = $2', subject, stage);
      await keep(faults);
    },
  };
}
