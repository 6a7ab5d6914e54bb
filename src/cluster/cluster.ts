import { PgBoss, type Db } from 'pg-boss';
import facts from 'pg-boss/package.json' with { type: 'json' };
import { z } from 'zod';
import type { Connection, PostgresDatabase } from '../store/postgres.ts';
import { UserError } from '../terminal/command.ts';
import type { Progress } from '../terminal/progress.ts';
import { steadyClock } from './clock.ts';
import { clusterTables, startLock } from './tables.ts';
import { deadQueueOf, type QueueFacts, queueOptions, queues } from './queues.ts';

/** The jobs of a cluster, beside the store they are about. */
export interface Cluster {
  database: PostgresDatabase;
  boss: PgBoss;
  close(): Promise<void>;
}

/** A connection as pg-boss uses one: what it writes belongs to the transaction the connection is in. */
export const bossOn = (connection: Pick<Connection, 'query'>): Db => ({
  executeSql: (text, values) => connection.query(text, values),
});

export interface ClusterOptions {
  /** Whether this process looks after jobs whose worker is gone, as workers do. */
  supervises: boolean;
  /** Which make of Postgres it is: the one in the process has one connection. */
  backend: 'postgres' | 'pglite';
  tell: Progress;
  /** The queues there are. */
  queues?: Readonly<Record<string, QueueFacts>>;
}

/** The version of the tables that pg-boss makes: its own, as its package says. */
const { schema: knownTables } = z.object({ pgboss: z.object({ schema: z.number() }) }).parse(facts).pgboss;

async function assertKnown(boss: PgBoss, name: string): Promise<void> {
  const tables = await boss.schemaVersion();
  if (tables === null || tables <= knownTables) return;
  await boss.stop({ graceful: false, close: false });
  throw new UserError(
    `${name}: a later version of Placard has made the tables of the jobs (pgboss ${tables}; this one knows ${knownTables}).\nBring this machine to that version: no job is lost.`,
  );
}

/** Makes tables and queues where there are none. What pg-boss makes at the same time in two programs gets into each other's way. */
async function startAlone(
  { boss, database }: Pick<Cluster, 'boss' | 'database'>,
  { backend, queues: wanted = queues }: ClusterOptions,
): Promise<void> {
  const start = async (): Promise<void> => {
    await boss.start();
    await assertKnown(boss, database.name);
    for (const [name, { options }] of Object.entries(wanted)) {
      await boss.createQueue(deadQueueOf(name), { retentionSeconds: 30 * 24 * 60 * 60 });
      await boss.createQueue(name, queueOptions(name, options));
    }
  };
  // what is in the process has one connection, and nobody else is there
  if (backend === 'pglite') return start();
  await database.transaction(async ({ connection }) => {
    await connection.query(`SELECT pg_advisory_xact_lock(${startLock})`);
    await start();
  });
}

/** Opens the jobs in a database, and makes tables and queues where there are none. The database stays the caller's. */
export async function openCluster(database: PostgresDatabase, options: ClusterOptions): Promise<Cluster> {
  const { supervises, backend, tell } = options;
  const boss = new PgBoss({
    db: bossOn(database),
    backend,
    clock: steadyClock,
    supervise: supervises,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
  });
  // without a listener, whatever goes wrong in the background would end the process
  boss.on('error', (error) => {
    tell(`jobs: ${error.message}`);
  });
  await database.transaction(clusterTables);
  await startAlone({ boss, database }, options);
  return { database, boss, close: () => boss.stop({ graceful: false, close: false }) };
}
