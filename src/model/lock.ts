import { z } from 'zod';
import { Category } from './categories.ts';
import { Risk } from './risks.ts';
import { Target } from './target.ts';
import { ToolDefinition } from './tool.ts';

/** The version of the shape below. A lock of another one is refused. */
export const lockfileVersion = 1;

/** A tool as a team approved it. The whole definition stands in the lock, so that a review reads what an agent will read. */
export const LockedTool = z.strictObject({
  definition: ToolDefinition,
  /** SHA-256 of the definition's canonical JSON. */
  hash: z.string().length(64),
  category: Category,
  risk: Risk,
});
export type LockedTool = z.infer<typeof LockedTool>;

/** A server as a team approved it. */
export const LockedServer = z.strictObject({
  target: Target,
  /** The version that was listed; null where nobody says one. */
  version: z.string().nullable(),
  /** The checksum of the package's archive, as npm verified it; null where there is none. */
  integrity: z.string().nullable(),
  /** By name. */
  tools: z.array(LockedTool),
});
export type LockedServer = z.infer<typeof LockedServer>;

/** placard.lock.json: the servers that a team uses, by the name it calls them, as it approved them. */
export const Lock = z.strictObject({
  lockfileVersion: z.literal(lockfileVersion),
  /** Version of the judge that gave the ratings. They are compared by the judge of the day. */
  judge: z.string(),
  servers: z.record(z.string(), LockedServer),
});
export type Lock = z.infer<typeof Lock>;

/** What tells a lock from other JSON, whatever its version. */
export const AnyLock = z.looseObject({ lockfileVersion: z.number(), servers: z.looseObject({}) });
