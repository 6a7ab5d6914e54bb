import { z } from 'zod';

/** One segment of a path of the site. */
const Slug = z.string().regex(/^(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}$/);

/** data/redirects.json: addresses that pages once had, so that no link to the site breaks. */
export const Redirects = z.object({
  /** Slugs that servers no longer have, and the id of the server that each belongs to now. */
  servers: z.record(Slug, z.string().min(1)),
  /** By server id: slugs that tools no longer have, and the tool that took the place of each; null when none did. */
  tools: z.record(z.string().min(1), z.record(Slug, Slug.nullable())),
});
export type Redirects = z.infer<typeof Redirects>;
