import type { PostgresSql } from '../store/postgres.ts';

/** The number that whoever counts the workers of a cluster holds as an advisory lock; any would do. */
export const membersLock = 1_347_174_722;

/** The number that whoever makes the tables of pg-boss holds as an advisory lock; any would do. */
export const startLock = 1_347_174_724;

/**
 * What a cluster keeps of itself, and nobody misses when it is gone: `worker` has a row for each process at work,
 * `pace` the time before which a shared place must not be asked again, `budget` what may be spent and is. All times are the database's.
 */
export async function clusterTables({ connection }: PostgresSql): Promise<void> {
  await connection.query(`
    SELECT pg_advisory_xact_lock(${membersLock});
    CREATE TABLE IF NOT EXISTS worker (
      id TEXT PRIMARY KEY, version TEXT NOT NULL, host TEXT NOT NULL, process INTEGER NOT NULL, queues TEXT NOT NULL,
      began TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), seen TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
      running INTEGER NOT NULL DEFAULT 0, done BIGINT NOT NULL DEFAULT 0, failed BIGINT NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS pace (name TEXT PRIMARY KEY, next_at TIMESTAMPTZ NOT NULL);
    CREATE TABLE IF NOT EXISTS budget (name TEXT PRIMARY KEY, record TEXT NOT NULL);
  `);
}
