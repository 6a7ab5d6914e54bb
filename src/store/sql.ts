import { z } from 'zod';
import type { UserError } from '../terminal/command.ts';

/** What a column holds. */
export type SqlValue = string | number | null;

export type Row = Readonly<Record<string, unknown>>;

/** Statements in the SQL that SQLite and Postgres share; `$1`, `$2` … stand for the values. */
export interface Sql {
  rows(text: string, ...values: SqlValue[]): Promise<Row[]>;
  /** Returns how many rows it changed. */
  run(text: string, ...values: SqlValue[]): Promise<number>;
  /** The error that names the database and the next step when what it holds is not what was written. */
  damaged(cause: string): UserError;
}

/** A database of its own connections. Statements outside a transaction see only what is committed. */
export interface Database extends Sql {
  /** What messages call it: its file, or its address without a password. */
  readonly name: string;
  /** Runs `work` in one transaction, with the statements it is handed: all of it is kept, or none. */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Values of one statement that asks for rows by their keys: few texts of statements, so that each is prepared once. */
const keysAtOnce = 100;

/** Rows whose key is one of `keys`: `select` makes the statement from the list that follows on its IN. */
export async function rowsAmong(
  sql: Sql,
  keys: readonly string[],
  select: (list: string) => string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const some = keys.slice(start, start + keysAtOnce);
    const last = some.at(-1) ?? '';
    const values =
      keys.length === 1 ? some : [...some, ...Array<string>(keysAtOnce - some.length).fill(last)];
    const list = `(${values.map((_, index) => `$${index + 1}`).join(', ')})`;
    rows.push(...(await sql.rows(select(list), ...values)));
  }
  return rows;
}

/** A text of a row that may be absent. */
export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A record as its table holds it. @throws UserError naming database and row when it does not parse. */
export function parseRecord<Shape>(sql: Sql, shape: z.ZodType<Shape>, record: unknown, row: string): Shape {
  try {
    return shape.parse(JSON.parse(String(record)));
  } catch (error) {
    const cause = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw sql.damaged(`${row} is damaged (${cause}).`);
  }
}
