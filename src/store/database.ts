import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { UserError } from '../terminal/command.ts';
import { laterTables, tables, tablesVersion } from './tables.ts';

function damaged(path: string, cause: string): UserError {
  return new UserError(
    `${path}: the store cannot be used: ${cause}\nDelete it and run the command again: the published catalogue stays, and the crawl starts from it.`,
  );
}

function prepare(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() ?? {};
  if (version === 0)
    transaction(database, () => {
      database.exec(tables);
    });
  else if (version !== tablesVersion)
    throw new Error(`it has version ${String(version)}, this program reads ${tablesVersion}.`);
  database.exec(laterTables);
  const { quick_check: check } = database.prepare('PRAGMA quick_check(1)').get() ?? {};
  if (check !== 'ok') throw new Error(String(check));
}

/**
 * Opens the SQLite file, making it when it is missing.
 * @throws UserError naming the file when it is damaged or of another version.
 */
export function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  try {
    const database = new DatabaseSync(path);
    prepare(database);
    return database;
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error));
  }
}

/** Runs `work` in one transaction: all of it is kept, or none. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** A record as its table holds it. @throws UserError naming file, table and row when it does not parse. */
export function parseRecord<Shape>(
  shape: z.ZodType<Shape>,
  record: unknown,
  at: { path: string; row: string },
): Shape {
  try {
    return shape.parse(JSON.parse(String(record)));
  } catch (error) {
    const cause = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw damaged(at.path, `${at.row} is damaged (${cause}).`);
  }
}
