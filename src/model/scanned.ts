import { z } from 'zod';
import { CatalogueTool } from './server.ts';
import { Target } from './target.ts';

/** A tool as it is now, and what the catalogue would say of it. */
export const RatedTool = CatalogueTool.pick({ definition: true, hash: true, classification: true });
export type RatedTool = z.infer<typeof RatedTool>;

/** One server of a scan: its tools, or why they are not known. */
export const ScannedServer = z.object({
  /** What the user calls it. */
  name: z.string(),
  /** Without query, credentials and key-like parts of an address. */
  target: Target,
  /** `failed`: it could not be listed; the others but `listed` are what it wants first. */
  state: z.enum(['listed', 'needs-login', 'needs-payment', 'needs-configuration', 'failed']),
  /** Why it is not listed, as a sentence or two; null when it is. May hold outside text. */
  problem: z.string().nullable(),
  version: z.string().nullable(),
  integrity: z.string().nullable(),
  protocol: z.string().nullable(),
  /** Sorted by name. Empty and unknown unless the state is `listed`. */
  tools: z.array(RatedTool),
  /** What was listed and is no usable tool, as sentences. May hold outside text. */
  leftOut: z.array(z.string()),
});
export type ScannedServer = z.infer<typeof ScannedServer>;
