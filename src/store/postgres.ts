import { setTimeout } from 'node:timers/promises';
import { UserError } from '../terminal/command.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Database, Row, Sql, SqlValue } from './sql.ts';
import { type Dialect, migrate, tablesVersion } from './tables.ts';

const dialect: Dialect = {
  text: 'TEXT COLLATE "C"',
  end: '',
  endByKey: '',
  rowid: ', rowid BIGINT GENERATED ALWAYS AS IDENTITY',
};

/** The schema that holds a store. Everything in it is Placard's. */
export const schema = 'placard';

/** One connection to a Postgres. Without values, a text may hold several statements. */
export interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rows: Row[]; changed: number }>;
}

/** Where connections come from: one is lent to one user at a time. */
export interface Connections {
  /** What messages call the database: never with a password. */
  name: string;
  /** When `work` fails, the transaction it may have begun is left. */
  lend<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Statements on one connection, and the connection itself for what speaks Postgres alone. */
export interface PostgresSql extends Sql {
  connection: Connection;
}

/** A Postgres as a database of the store. */
export interface PostgresDatabase extends Database {
  /** Any statement on a connection of its own, once more when the database was away. */
  query: Connection['query'];
  transaction<Result>(work: (sql: PostgresSql) => Promise<Result>): Promise<Result>;
}

/** SQLSTATE classes and codes, and codes of Node, that say nothing against trying the same once more. */
const conflicts = /^(?:40001|40P01)$/;
const absences =
  /^(?:08...|25006|53...|57P0[1235]|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** SQLSTATE of a server that only reads. */
export const readOnly = '25006';

/** SQLSTATE codes of a server that is there and lets nobody in, or not so far. */
const refusals = /^(?:28...|3D000|42501)$/;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * Whether an error says that the database is not there, or not yet: unreachable, starting, without room, or a stand-by
 * that only reads, as the one before a fail-over is.
 */
export function isAbsence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    absences.test(codeOf(error)) ||
    /connection (?:terminated|timeout)|timeout (?:exceeded when trying|expired)|read timeout|not queryable/i.test(
      error.message,
    )
  );
}

/** What a database that stays away lacks, and what helps. */
function lack(error: unknown): string {
  const cause = error instanceof Error ? error.message || String(error) : String(error);
  return codeOf(error).startsWith('53')
    ? `has no room: ${cause}\nGive it more (disk, memory or connections, as it says)`
    : `cannot be reached: ${cause}\nStart it, or mend DATABASE_URL`;
}

/** Milliseconds between two words on a database that is away: many calls wait for it at the same time. */
const wordsEvery = 60_000;

/** How long a database that went away is waited for, and who is told. */
export interface Patience {
  milliseconds: number;
  tell: Progress;
}

/** Does something once more when two transactions got into each other's way, or the database was away. */
async function persist<Result>(
  work: () => Promise<Result>,
  name: string,
  { milliseconds, tell }: Patience,
): Promise<Result> {
  const began = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isAway = isAbsence(error);
      const cause = error instanceof Error ? error.message || String(error) : String(error);
      if (refusals.test(codeOf(error)))
        throw new UserError(
          `${name}: the database lets us in no further: ${cause}\nCheck user, password and database in DATABASE_URL, and that the role may create schemas.`,
        );
      if (!isAway && (!conflicts.test(codeOf(error)) || attempt > 20)) throw error;
      const left = milliseconds - (performance.now() - began);
      if (isAway && left <= 0)
        throw new UserError(
          `${name}: the database ${lack(error)}, and run the command again: what was saved is kept.`,
        );
      if (isAway && attempt === 0)
        tell(`${name}: the database is away (${cause}). Trying again for ${Math.round(left / 1000)} s.`);
      await setTimeout(
        Math.min(isAway ? 100 * 2 ** attempt : 5 * attempt, 1_000) * (0.5 + Math.random() / 2),
      );
    }
  }
}

function sqlOn(connection: Connection, name: string): PostgresSql {
  return {
    connection,
    rows: async (text, ...values) => (await connection.query(text, values)).rows,
    run: async (text, ...values) => (await connection.query(text, values)).changed,
    damaged: (cause) =>
      new UserError(
        `${name}: the store cannot be used: ${cause}\nRestore it from a back-up, or name an empty database in DATABASE_URL: the published catalogue stays, and the crawl starts from it.`,
      ),
  };
}

/** `work` on one connection, in a transaction. One that fails is left by whoever lent the connection. */
async function inTransaction<Result>(
  { connection, ...sql }: PostgresSql,
  work: (sql: PostgresSql) => Promise<Result>,
): Promise<Result> {
  await connection.query('BEGIN');
  const result = await work({ connection, ...sql });
  await connection.query('COMMIT');
  return result;
}

/**
 * A database on connections to a Postgres. What fails because two transactions met, or because the database was away,
 * is done once more: so whatever runs in a transaction must bear to be run twice.
 */
export function postgresDatabase(connections: Connections, patience: Patience): PostgresDatabase {
  const { name } = connections;
  let told = -Infinity;
  const tell = (line: string): void => {
    if (performance.now() - told < wordsEvery) return;
    told = performance.now();
    patience.tell(line);
  };
  const lend = <Result>(work: (sql: PostgresSql) => Promise<Result>): Promise<Result> =>
    persist(() => connections.lend((connection) => work(sqlOn(connection, name))), name, {
      ...patience,
      tell,
    });
  return {
    name,
    query: (text, values) => lend(({ connection }) => connection.query(text, values)),
    rows: (text: string, ...values: SqlValue[]) => lend((sql) => sql.rows(text, ...values)),
    run: (text: string, ...values: SqlValue[]) => lend((sql) => sql.run(text, ...values)),
    transaction: (work) => lend((sql) => inTransaction(sql, work)),
    damaged: (cause) => sqlOn({ query: () => Promise.reject(new Error(cause)) }, name).damaged(cause),
    close: () => connections.close(),
  };
}

/** The number that whoever makes or changes the tables holds as an advisory lock; any would do. */
const tablesLock = 1_347_174_721;

/** @throws UserError when a worker of a cluster has given a sign lately: it would write into tables that it does not know. */
async function assertNobodyWorks(sql: PostgresSql, name: string): Promise<void> {
  const [table] = await sql.rows(`SELECT to_regclass('${schema}.worker') IS NOT NULL AS known`);
  if (table?.known !== true) return;
  const [worker] = await sql.rows(
    `SELECT host, process FROM worker WHERE seen > clock_timestamp() - interval '90 seconds'`,
  );
  if (worker === undefined) return;
  throw new UserError(
    `${name}: its tables are of an earlier version, and the worker ${String(worker.process)} on ${String(worker.host)} is at work with them.\nStop every worker, bring all machines to one version, and start them again: no job is lost.`,
  );
}

/**
 * Makes the store's tables where there are none, and brings older ones up to date.
 * @throws UserError naming the database when it cannot hold a store, or holds a later one.
 */
export async function preparePostgres(database: PostgresDatabase): Promise<void> {
  const { name } = database;
  await database.transaction(async (sql) => {
    const { connection } = sql;
    const [encoding] = await sql.rows('SHOW server_encoding');
    if (encoding?.server_encoding !== 'UTF8')
      throw sql.damaged(`its encoding is ${String(encoding?.server_encoding)}, and UTF8 is needed.`);
    await connection.query(`SELECT pg_advisory_xact_lock(${tablesLock})`);
    await connection.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await connection.query('CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL)');
    const [row] = await sql.rows('SELECT version FROM store_version');
    if (row === undefined) await sql.run('INSERT INTO store_version VALUES (0)');
    else if (Number(row.version) < tablesVersion) await assertNobodyWorks(sql, name);
    const apply = (statements: string, version: number) =>
      connection.query(`${statements}; UPDATE store_version SET version = ${version}`);
    await migrate(Number(row?.version ?? 0), dialect, apply).catch((error: unknown) => {
      throw isAbsence(error) ? error : sql.damaged(error instanceof Error ? error.message : String(error));
    });
  });
}
