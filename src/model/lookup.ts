import { z } from 'zod';

/**
 * One file of the look-up: the slugs of the servers that have a key, sorted. Which keys there are, and in which file each stands,
 * is told by `src/lookup/keys.ts`.
 */
export const LookupShard = z.record(z.string(), z.array(z.string().min(1)).min(1));
export type LookupShard = z.infer<typeof LookupShard>;
