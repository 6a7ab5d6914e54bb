import { z } from 'zod';
import { Category } from '../model/categories.ts';
import { paths } from '../model/paths.ts';
import { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import type { ServerRow } from '../view/server-row.ts';
import type { Listed } from '../view/tool-row.ts';

/** An address on the site, from its root. */
export const SitePath = z.string().regex(/^\//);

/** A count of things. */
export const Amount = z.number().int().nonnegative();

/** Where a page of the site stands, and the same as JSON. */
export const twins = { page: SitePath, json: SitePath };

/** How anybody knows what the tools of a server are: it was started, asked, a source’s word was taken, or nobody knows. */
export const KnownBy = z.enum(['started', 'asked', 'heard', 'unknown']);

/** One server, in a list or as the owner of a tool. Names are outside text, as they came. */
export const ServerEntry = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  ...twins,
  knownBy: KnownBy,
  tools: Amount.nullable().describe('How many tools it lists; null when nobody has listed them.'),
  risk: Risk.nullable().describe(
    'The gravest of its tools’ risks; Unknown when nobody has listed them, null when it lists none.',
  ),
});
export type ServerEntry = z.infer<typeof ServerEntry>;

/** One tool in a list. The name is outside text, as it came. */
export const ToolEntry = z.object({
  server: z.string().describe('The id of its server.'),
  name: z.string(),
  ...twins,
  category: Category,
  risk: Risk,
  confidence: z.number().describe('From 0 to 1: the judge’s own estimate that the category is right.'),
});
export type ToolEntry = z.infer<typeof ToolEntry>;

/** A page and its twin. */
export const placeOf = (page: string): { page: string; json: string } => ({ page, json: paths.json(page) });

/** The twin of another page of a list, which may not exist. */
export const jsonOf = (page: { path: string } | null): string | null =>
  page === null ? null : paths.json(page.path);

/** A server as lists hold it, of which we say this row. */
export function serverEntry(
  { id, slug, name }: Pick<CatalogueServer, 'id' | 'slug' | 'name'>,
  { knownBy, tools, risk }: Pick<ServerRow, 'knownBy' | 'tools' | 'risk'>,
): ServerEntry {
  return { id, slug, name, ...placeOf(paths.server(slug)), knownBy, tools, risk };
}

/** A tool as lists hold it. */
export function toolEntry({ server, tool }: Listed): ToolEntry {
  const { category, risk, confidence } = tool.classification;
  return {
    server: server.id,
    name: tool.definition.name,
    ...placeOf(paths.tool(server.slug, tool.slug)),
    category,
    risk,
    confidence,
  };
}
