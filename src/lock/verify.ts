import { z } from 'zod';
import { differences, ToolDifference } from '../model/difference.ts';
import type { LockedServer } from '../model/lock.ts';
import type { RatedTool, ScannedServer } from '../model/scanned.ts';

/** What became of a locked server. */
export const Verified = z.object({
  name: z.string(),
  /** Why it could not be compared, as a sentence; null when it was. May hold outside text. */
  problem: z.string().nullable(),
  /** The locked version and the one that was listed now. */
  versions: z.tuple([z.string().nullable(), z.string().nullable()]),
  /** Whether the same version came as another archive, which no honest release does. */
  isReplaced: z.boolean(),
  differences: z.array(ToolDifference),
});
export type Verified = z.infer<typeof Verified>;

/** Why not all that a server lists is known; null when it is. What we leave out, a client may take all the same. */
export function obscurity({ state, problem, leftOut }: ScannedServer): string | null {
  if (state !== 'listed') return problem ?? 'It could not be listed.';
  return leftOut.length === 0 ? null : `It lists what cannot be compared. ${leftOut.join(' ')}`;
}

/** Compares a locked server, its definitions rated anew, with what it lists now. */
export function verified(locked: LockedServer, approved: readonly RatedTool[], now: ScannedServer): Verified {
  const { name, version, integrity, tools } = now;
  const versions: Verified['versions'] = [locked.version, version];
  const problem = obscurity(now);
  if (problem !== null) return { name, problem, versions, isReplaced: false, differences: [] };
  const isSame = version !== null && version === locked.version;
  const isReplaced =
    isSame && integrity !== null && locked.integrity !== null && integrity !== locked.integrity;
  return { name, problem: null, versions, isReplaced, differences: differences(approved, tools) };
}

/** Whether a locked server is still the one that was approved. Null: nobody can tell. */
export function isApproved({ problem, isReplaced, differences: found }: Verified): boolean | null {
  if (problem !== null) return null;
  return !isReplaced && found.length === 0;
}
