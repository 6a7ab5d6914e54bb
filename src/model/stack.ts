import { z } from 'zod';
import { Category } from './categories.ts';
import { Risk } from './risks.ts';

/** What is read of a tool to say what it can do together with others. A part of its record in the API. */
export const StackTool = z.object({
  /** As the server spells it: outside text. */
  name: z.string(),
  /** The address of its page; null for a tool that is not in the catalogue. */
  page: z.string().nullable(),
  category: Category,
  risk: Risk,
  /** What its definition costs on each request. */
  tokens: z.number().int().nonnegative(),
  signals: z.array(z.object({ id: z.string(), quote: z.string() })),
});
export type StackTool = z.infer<typeof StackTool>;

/** What is read of a server for that: a part of its record in the API (`/api/v1/servers/<slug>.json`). */
export const StackServer = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** The address of its page; null for a server that is not in the catalogue. */
  page: z.string().nullable(),
  /** Null when nobody has listed them, which is not the same as none. */
  tools: z.array(StackTool).nullable(),
});
export type StackServer = z.infer<typeof StackServer>;
