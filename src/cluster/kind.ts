import { z } from 'zod';
import type { Write } from './settler.ts';

/**
 * A job that this worker cannot do as it is, and another can: it is left as it was. The message says for whom. Of what
 * makes a difference for all jobs, such as the model that is asked, there is one message.
 */
export class LeftToOthers extends Error {}

/** One kind of job: how many of it a worker does at the same time, and what it does. */
export interface JobKind {
  queue: string;
  atOnce: number;
  /** Does a job and returns what is to be written when it ends. Rejects when it is to be tried again later. */
  run(data: unknown, signal: AbortSignal): Promise<Write>;
}

/** A kind of job whose data has a shape. A job of another shape is left to workers that know it. */
export function jobKind<Data>(
  { queue, atOnce, shape }: Pick<JobKind, 'queue' | 'atOnce'> & { shape: z.ZodType<Data> },
  run: (data: Data, signal: AbortSignal) => Promise<Write>,
): JobKind {
  return {
    queue,
    atOnce,
    async run(data, signal) {
      const parsed = shape.safeParse(data);
      if (!parsed.success)
        throw new LeftToOthers(
          `this is no job as this version of Placard knows them, so it is left to workers of the one that queued it: ${z.prettifyError(parsed.error)}`,
        );
      return run(parsed.data, signal);
    },
  };
}
