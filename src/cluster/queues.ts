import type { Queue } from 'pg-boss';

/** What a queue is, and how patient it is with a job. Times are seconds. */
export interface QueueFacts {
  about: string;
  /** Jobs with a higher one are done first, whichever queue of a worker they are in. */
  priority: number;
  options: Required<Pick<Queue, 'expireInSeconds' | 'retryLimit' | 'retryDelay' | 'retryDelayMax'>>;
}

const hour = 60 * 60;

/** Every queue, by name. A new kind of job is one line here, its shape in src/model/job.ts and its file. */
export const queues = {
  walk: {
    about: 'walks of sources',
    priority: 30,
    options: { expireInSeconds: 6 * hour, retryLimit: 4, retryDelay: 60, retryDelayMax: hour },
  },
  remote: {
    about: 'hosts of remote servers',
    priority: 10,
    options: { expireInSeconds: 6 * hour, retryLimit: 4, retryDelay: 30, retryDelayMax: hour },
  },
  start: {
    about: 'servers started in a sandbox',
    priority: 20,
    options: { expireInSeconds: hour, retryLimit: 1, retryDelay: 60, retryDelayMax: 60 },
  },
  judge: {
    about: 'questions to a language model',
    priority: 10,
    options: { expireInSeconds: hour, retryLimit: 4, retryDelay: 30, retryDelayMax: hour },
  },
} as const satisfies Record<string, QueueFacts>;

export type QueueName = keyof typeof queues;

export const queueNames = Object.keys(queues) as QueueName[];

/** Where the jobs of a queue go that failed for good. */
export const deadQueueOf = (name: string): string => `${name}-dead`;

/**
 * Seconds without a sign of life after which a job is given to another worker. What a worker does about a job it may
 * have lost, it does before.
 */
export const heartbeatSeconds = 30;

/** A queue as pg-boss makes it: a key is queued or under way once, and a job that failed is tried again later and later. */
export function queueOptions(
  name: string,
  { retryDelayMax, ...options }: QueueFacts['options'],
): Omit<Queue, 'name'> {
  return {
    ...options,
    ...(options.retryDelay === 0 ? {} : { retryBackoff: true, retryDelayMax }),
    policy: 'exclusive',
    heartbeatSeconds,
    retentionSeconds: 30 * 24 * hour,
    deleteAfterSeconds: 24 * hour,
    deadLetter: deadQueueOf(name),
  };
}
