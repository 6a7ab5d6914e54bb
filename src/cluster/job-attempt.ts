import type { Job } from 'pg-boss';
import { z } from 'zod';

/** One attempt at a job: what is said of it counts only while it is still this attempt. */
export type JobAttempt = Pick<Job, 'id' | 'retryCount'>;

/** How many jobs a command changed, as pg-boss answers. */
export const affected = (response: unknown): number =>
  z.object({ affected: z.number() }).parse(response).affected;
