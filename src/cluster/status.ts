import type { PostgresDatabase } from '../store/postgres.ts';
import type { Row } from '../store/sql.ts';
import { deadQueueOf, type QueueName, queueNames, queues } from './queues.ts';

/** What a queue holds. */
export interface QueueStatus {
  queue: QueueName;
  about: string;
  /** Jobs that can be taken now. */
  ready: number;
  /** Jobs that failed and wait to be tried again. */
  later: number;
  active: number;
  /** Jobs done in the last minute, and in the last hour. */
  doneMinute: number;
  doneHour: number;
  /** Jobs that failed for good. */
  dead: number;
  /** Seconds that the oldest job has been ready. */
  oldest: number | null;
}

/** A process at work. Times are ISO 8601. */
export interface WorkerStatus {
  host: string;
  process: number;
  version: string;
  queues: string;
  began: string;
  /** Seconds since it last gave a sign. */
  silent: number;
  running: number;
  done: number;
  failed: number;
}

export interface ClusterStatus {
  database: string;
  queues: QueueStatus[];
  workers: WorkerStatus[];
}

const jobsByQueue = `
  SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()) AS ready,
    count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after > now()) AS later,
    count(*) FILTER (WHERE state = 'active') AS active,
    count(*) FILTER (WHERE state = 'completed' AND completed_on > now() - interval '1 minute') AS minute,
    count(*) FILTER (WHERE state = 'completed' AND completed_on > now() - interval '1 hour') AS hour,
    extract(epoch FROM now() - min(greatest(created_on, start_after))
      FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()))::float8 AS oldest
  FROM pgboss.job GROUP BY name`;

const workersNow = `
  SELECT host, process, version, queues, to_char(began AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS began,
    extract(epoch FROM clock_timestamp() - seen)::float8 AS silent, running, done, failed
  FROM worker ORDER BY worker.began, id`;

function workerOf(row: Row): WorkerStatus {
  const number = (value: unknown): number => Math.round(Number(value));
  return {
    host: String(row.host),
    process: number(row.process),
    version: String(row.version),
    queues: String(row.queues),
    began: String(row.began),
    silent: number(row.silent),
    running: number(row.running),
    done: number(row.done),
    failed: number(row.failed),
  };
}

/** What the queues hold and who works, as the database knows it. */
export async function clusterStatus(database: PostgresDatabase): Promise<ClusterStatus> {
  const rows = new Map((await database.rows(jobsByQueue)).map((row) => [String(row.name), row]));
  const count = (name: string, column: string): number => Number(rows.get(name)?.[column] ?? 0);
  const statuses = queueNames.map((queue): QueueStatus => {
    const oldest = rows.get(queue)?.oldest;
    return {
      queue,
      about: queues[queue].about,
      ready: count(queue, 'ready'),
      later: count(queue, 'later'),
      active: count(queue, 'active'),
      doneMinute: count(queue, 'minute'),
      doneHour: count(queue, 'hour'),
      dead: count(deadQueueOf(queue), 'ready'),
      oldest: oldest === null || oldest === undefined ? null : Math.round(Number(oldest)),
    };
  });
  const workers = (await database.rows(workersNow)).map(workerOf);
  return { database: database.name, queues: statuses, workers };
}
