import { setTimeout } from 'node:timers/promises';
import type { PostgresDatabase } from '../store/postgres.ts';
import { count, duration, type Progress } from '../terminal/progress.ts';
import { deadQueueOf, type QueueName, queues } from './queues.ts';

/** Milliseconds between two looks, and between two words on them. */
const between = 500;
const wordsEvery = 15_000;

const openJobs = `
  SELECT count(*) FILTER (WHERE name = $1 AND state IN ('created', 'retry', 'active')) AS open,
    count(*) FILTER (WHERE name = $2 AND state = 'created') AS dead FROM pgboss.job WHERE name IN ($1, $2)`;

/** Whether a worker that takes jobs of a queue has given a sign lately. */
async function hasWorker(database: PostgresDatabase, queue: QueueName): Promise<boolean> {
  const rows = await database.rows(
    `SELECT 1 FROM worker WHERE seen > clock_timestamp() - interval '90 seconds' AND $1 = ANY(string_to_array(queues, ', '))`,
    queue,
  );
  return rows.length > 0;
}

/**
 * Waits until a queue is empty, and says how far it is. Returns how many jobs failed for good meanwhile.
 * @throws the signal's reason when it aborts; the jobs stay queued.
 */
export async function emptied(
  database: PostgresDatabase,
  queue: QueueName,
  tell: Progress,
  signal: AbortSignal,
): Promise<number> {
  const look = async (): Promise<{ open: number; dead: number }> => {
    const [row] = await database.rows(openJobs, queue, deadQueueOf(queue));
    return { open: Number(row?.open), dead: Number(row?.dead) };
  };
  const first = await look();
  const began = performance.now();
  let said = began;
  if (first.open > 0 && !(await hasWorker(database, queue)))
    tell(`No worker takes ${queues[queue].about} yet. Start one, here or on another machine: placard worker`);
  for (;;) {
    const { open, dead } = await look();
    if (open === 0) return Math.max(0, dead - first.dead);
    if (performance.now() - said > wordsEvery) {
      said = performance.now();
      const done = first.open - open;
      const left = done > 0 ? `, about ${duration(((said - began) / done) * open)} left` : '';
      tell(`${queues[queue].about}: ${count(open, 'job')} to go${left}`);
    }
    await setTimeout(between, undefined, { signal });
  }
}
