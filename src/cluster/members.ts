import { hostname } from 'node:os';
import type { PostgresDatabase } from '../store/postgres.ts';
import { UserError } from '../terminal/command.ts';
import { membersLock } from './tables.ts';

/** Seconds after which a worker that gave no sign counts as gone. */
export const goneSeconds = 90;

/** What a worker says of itself. */
export interface Member {
  id: string;
  /** The hash of the program it runs. */
  version: string;
  queues: readonly string[];
}

/** How far a worker is. */
export interface Tally {
  running: number;
  done: number;
  failed: number;
}

/**
 * Refuses a program that differs from the one of a worker that is at work: they would write different things about the
 * same. Workers that gave no sign for 90 seconds, by the database's clock, are forgotten.
 */
export async function assertSameVersion(database: PostgresDatabase, version: string): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.connection.query(`SELECT pg_advisory_xact_lock(${membersLock})`);
    await sql.run(`DELETE FROM worker WHERE seen < clock_timestamp() - interval '${goneSeconds} seconds'`);
    const [other] = await sql.rows('SELECT host, process, version FROM worker WHERE version <> $1', version);
    if (other === undefined) return;
    throw new UserError(
      `${database.name}: the worker ${String(other.process)} on ${String(other.host)} runs another version of Placard (${String(other.version)}; this one is ${version}).\nStop every worker, bring all machines to one version, and start them again: no job is lost.`,
    );
  });
}

/** Says that a worker is there. One that was forgotten meanwhile enters anew. @throws UserError as `assertSameVersion`. */
export async function sign(database: PostgresDatabase, member: Member, tally: Tally): Promise<void> {
  const { id, version, queues } = member;
  const { running, done, failed } = tally;
  const known = await database.run(
    'UPDATE worker SET seen = clock_timestamp(), running = $2, done = $3, failed = $4 WHERE id = $1',
    ...[id, running, done, failed],
  );
  if (known === 1) return;
  await assertSameVersion(database, version);
  await database.run(
    'INSERT INTO worker (id, version, host, process, queues) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    ...[id, version, hostname(), process.pid, queues.join(', ')],
  );
}

export async function leave(database: PostgresDatabase, { id }: Member): Promise<void> {
  await database.run('DELETE FROM worker WHERE id = $1', id);
}
