import { PGlite } from '@electric-sql/pglite';
import PQueue from 'p-queue';
import { poolOf } from '../../../src/store/postgres-pool.ts';
import {
  type Connection,
  type Connections,
  postgresDatabase,
  type PostgresDatabase,
  preparePostgres,
  schema,
} from '../../../src/store/postgres.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshDatabase } from '../../postgres/server.ts';
import { sharedPostgres } from '../../postgres/shared.ts';

/** An empty store, until the test ends. */
export type Fresh = () => Promise<Store>;

/** A database that stores are tested on. */
export interface Engine {
  fresh: Fresh;
  /** Empties or closes what was handed out. */
  reset: () => Promise<void>;
  close: () => Promise<void>;
}

/** No test waits for a database that is gone. */
export const impatient = { milliseconds: 0, tell: () => undefined };

/** Postgres inside this process. It has one connection, which one user has at a time. */
export async function pgliteConnections(): Promise<Connections> {
  const database = await PGlite.create();
  const queue = new PQueue({ concurrency: 1 });
  const connection: Connection = {
    async query(text, values) {
      if (values === undefined) {
        const results = await database.exec(text);
        return { rows: results.flatMap(({ rows }) => rows), changed: 0 };
      }
      const { rows, affectedRows = 0 } = await database.query<Record<string, unknown>>(text, values);
      return { rows, changed: affectedRows };
    },
  };
  await connection.query(`SET search_path TO ${schema}`);
  return {
    name: 'pglite',
    lend: (work) =>
      queue.add(() =>
        work(connection).catch(async (error: unknown) => {
          await connection.query('ROLLBACK');
          throw error;
        }),
      ),
    close: () => database.close(),
  };
}

/** A prepared database of the shared Postgres server. */
export async function freshPostgres(): Promise<PostgresDatabase> {
  const database = postgresDatabase(poolOf(await freshDatabase(await sharedPostgres()), 4), impatient);
  await preparePostgres(database);
  return database;
}

async function empty(database: PostgresDatabase): Promise<void> {
  const [row] = await database.rows(
    `SELECT string_agg('DELETE FROM ' || tablename, '; ') AS statements
     FROM pg_tables WHERE schemaname = $1 AND tablename <> 'store_version'`,
    schema,
  );
  await database.transaction(({ connection }) => connection.query(String(row?.statements)));
}

/** Databases that take some time to make: they are emptied and used again. */
function reused(make: () => Promise<PostgresDatabase>): Engine {
  const made: PostgresDatabase[] = [];
  let used = 0;
  return {
    async fresh() {
      const database = made[used] ?? (await make());
      made[used] = database;
      used += 1;
      return new SqlStore(database);
    },
    async reset() {
      for (const database of made.slice(0, used)) await empty(database);
      used = 0;
    },
    async close() {
      for (const database of made) await database.close();
    },
  };
}

async function preparedPglite(): Promise<PostgresDatabase> {
  const database = postgresDatabase(await pgliteConnections(), impatient);
  await preparePostgres(database);
  return database;
}

function memory(): Engine {
  let open: Store[] = [];
  const close = async (): Promise<void> => {
    for (const store of open) await store.close();
    open = [];
  };
  return {
    async fresh() {
      const store = await openStore(':memory:');
      open.push(store);
      return store;
    },
    reset: close,
    close,
  };
}

/** The databases a store can be on, by name. */
export const engines: ReadonlyMap<string, () => Engine> = new Map([
  ['SQLite', memory],
  ['PGlite', () => reused(preparedPglite)],
  ['Postgres', () => reused(freshPostgres)],
]);
