import type { Cluster } from './cluster.ts';
import { type QueueName, queues } from './queues.ts';

/** Jobs of one statement. */
const atOnce = 1_000;

/** A job as it is given away. Of one key, one is queued or under way at a time. */
export interface NewJob {
  key: string;
  data: object;
  /** What is added to the priority of its queue. */
  urgency?: number;
}

/** Queues jobs and returns how many: those whose key is queued or under way already are left out. */
export async function enqueue(
  { boss }: Pick<Cluster, 'boss'>,
  name: QueueName,
  jobs: readonly NewJob[],
): Promise<number> {
  let queued = 0;
  for (let start = 0; start < jobs.length; start += atOnce) {
    const some = jobs.slice(start, start + atOnce).map(({ key, data, urgency = 0 }) => ({
      data,
      singletonKey: key,
      priority: queues[name].priority + urgency,
    }));
    queued += (await boss.insert(name, some, { returnId: true }))?.length ?? 0;
  }
  return queued;
}
