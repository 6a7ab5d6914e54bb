import { z } from 'zod';
import type { Write } from './settler.ts';

/** One kind of job: how many of it a worker does at the same time, and what it does. */
export interface JobKind {
  queue: string;
  atOnce: number;
  /** Does a job and returns what is to be written when it ends. Rejects when it is to be tried again later. */
  run(data: unknown, signal: AbortSignal): Promise<Write>;
}

/** A kind of job whose data has a shape. A job of another shape fails and says in what. */
export function jobKind<Data>(
  { queue, atOnce, shape }: Pick<JobKind, 'queue' | 'atOnce'> & { shape: z.ZodType<Data> },
  run: (data: Data, signal: AbortSignal) => Promise<Write>,
): JobKind {
  return {
    queue,
    atOnce,
    async run(data, signal) {
      const parsed = shape.safeParse(data);
      if (!parsed.success) throw new Error(`this is no job of ${queue}: ${z.prettifyError(parsed.error)}`);
      return run(parsed.data, signal);
    },
  };
}
