import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { UserError } from '../terminal/command.ts';
import { saysNoRoom } from '../terminal/room.ts';
import type { Database, Row, Sql, SqlValue } from './sql.ts';
import { SqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import { type Dialect, migrate } from './tables.ts';

const dialect: Dialect = { text: 'TEXT', end: ' STRICT', endByKey: ' STRICT, WITHOUT ROWID', rowid: '' };

function damagedFile(path: string, cause: string): UserError {
  return new UserError(
    `${path}: the store cannot be used: ${cause}\nDelete it and run the command again: the published catalogue stays, and the crawl starts from it.`,
  );
}

const fullDisk = (path: string): UserError =>
  new UserError(
    `${path}: there is no room left on its disk.\nMake room and run the command again: what was saved is kept.`,
  );

/** SQLite's numbers for a file that does not hold what was written: SQLITE_CORRUPT and SQLITE_NOTADB. */
const damages = [11, 26];

/** What a store that cannot be opened is refused with. Only of a damaged one there is nothing to lose. */
function unopened(path: string, error: unknown): UserError {
  if (saysNoRoom(error)) return fullDisk(path);
  const cause = error instanceof Error ? error.message : String(error);
  const isDamaged =
    error instanceof Error && 'errcode' in error
      ? damages.includes(Number(error.errcode) % 256)
      : !(error instanceof Error && 'syscall' in error);
  if (isDamaged) return damagedFile(path, cause);
  return new UserError(
    `${path}: the store cannot be opened: ${cause}\nCheck that its disk has room, that you may write there and that nothing else is at the file, and run the command again: what was saved is kept.`,
  );
}

/** The statements of one connection. Each text is prepared once. */
function statementsOn(connection: DatabaseSync, path: string): Sql {
  const prepared = new Map<string, StatementSync>();
  const statement = (text: string): StatementSync => {
    const known = prepared.get(text) ?? connection.prepare(text.replace(/\$(\d+)/g, '?$1'));
    prepared.set(text, known);
    return known;
  };
  return {
    // node:sqlite answers at once, and what it throws must come as a rejection
    rows: (text, ...values) =>
      new Promise((resolve) => {
        resolve(statement(text).all(...values));
      }),
    run: (text, ...values) =>
      new Promise((resolve) => {
        resolve(Number(statement(text).run(...values).changes));
      }),
    damaged: (cause) => damagedFile(path, cause),
  };
}

/** One connection, which one transaction or statement has at a time: whoever comes meanwhile waits. */
class SqliteDatabase implements Database {
  readonly name: string;
  readonly #connection: DatabaseSync;
  readonly #sql: Sql;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: DatabaseSync, path: string) {
    this.name = path;
    this.#connection = connection;
    this.#sql = statementsOn(connection, path);
  }

  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work).catch((error: unknown) => {
      throw saysNoRoom(error) ? fullDisk(this.name) : error;
    });
    this.#last = turn.catch(() => null);
    return turn;
  }

  rows(text: string, ...values: SqlValue[]): Promise<Row[]> {
    return this.#alone(() => this.#sql.rows(text, ...values));
  }

  run(text: string, ...values: SqlValue[]): Promise<number> {
    return this.#alone(() => this.#sql.run(text, ...values));
  }

  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#alone(async () => {
      this.#connection.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(this.#sql);
        this.#connection.exec('COMMIT');
        return result;
      } catch (error) {
        // a disk that is full has ended the transaction already
        if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
        throw error;
      }
    });
  }

  damaged(cause: string): UserError {
    return this.#sql.damaged(cause);
  }

  close(): Promise<void> {
    return this.#alone(() => {
      this.#connection.close();
      return Promise.resolve();
    });
  }
}

async function prepare(connection: DatabaseSync): Promise<void> {
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;');
  connection.exec('BEGIN IMMEDIATE');
  const { user_version: version } = connection.prepare('PRAGMA user_version').get() ?? {};
  await migrate(Number(version), dialect, (statements, next) => {
    connection.exec(`${statements}; PRAGMA user_version = ${next};`);
    return Promise.resolve();
  });
  connection.exec('COMMIT');
  const { quick_check: check } = connection.prepare('PRAGMA quick_check(1)').get() ?? {};
  if (check !== 'ok') throw new Error(String(check));
}

/**
 * The embedded store: one SQLite file through Node's own driver, made when it is missing, brought up to date when it
 * is of an earlier version.
 * @throws UserError naming the file when it is damaged or of a later version, or when it cannot be opened or written.
 */
export async function openStore(path: string): Promise<Store> {
  let connection: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    connection = new DatabaseSync(path);
    await prepare(connection);
    return new SqlStore(new SqliteDatabase(connection, path));
  } catch (error) {
    connection?.close();
    throw unopened(path, error);
  }
}
