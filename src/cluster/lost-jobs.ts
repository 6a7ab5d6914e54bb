import type { PostgresDatabase } from '../store/postgres.ts';
import type { JobAttempt } from './job-attempt.ts';

/** What pg-boss does for a job that failed, without the rest after it and without one attempt less. */
const back = `
  UPDATE pgboss.job SET state = 'retry', start_after = now() + $4::float8 * interval '1 second', retry_limit = retry_limit + 1, heartbeat_on = NULL
  WHERE name = $1 AND id = $2::uuid AND retry_count = $3 AND state = 'active'`;

/** Gives a job back that its worker lets go of: it did not fail, and anybody may take it, at once or in so many seconds. */
export async function handBack(
  database: PostgresDatabase,
  queue: string,
  { id, retryCount }: JobAttempt,
  seconds = 0,
): Promise<void> {
  await database.run(back, queue, id, retryCount, seconds);
}

/** Of a worker that gave no sign nobody knows whether its job was its end: a second one is not sent after it at once. */
const lost = `
  UPDATE pgboss.job SET start_after = now()
  WHERE state = 'retry' AND start_after > now() AND retry_count = 0
    AND output @> '{"value": {"message": "job heartbeat timeout"}}'`;

/** Makes jobs ready whose first worker is gone, without the rest that their queue gives to failed ones. Returns how many. */
export function readyLost(database: PostgresDatabase): Promise<number> {
  return database.run(lost);
}
