import { z } from 'zod';
import { Category } from '../model/categories.ts';
import { Part } from '../model/change.ts';
import { paths } from '../model/paths.ts';
import { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { type Change, direction, serverChanges } from '../view/changes.ts';
import { Amount, SitePath } from './entry.ts';

const Rating = z.object({ category: Category, risk: Risk });

/** Something that became different in what a server lists. */
export const ChangeEntry = z.object({
  on: z.iso.date(),
  /** `listed`: the tools of a server were read for the first time. */
  kind: z.enum(['listed', 'added', 'removed', 'changed']),
  /** The id of the server. */
  server: z.string(),
  /** The tool’s name; null for `listed`. */
  tool: z.string().nullable(),
  /** The page of the tool, or of the server; null when the tool is not listed any more. */
  page: SitePath.nullable(),
  json: SitePath.nullable(),
  /** How many tools it concerns. */
  tools: Amount,
  /** In what a changed definition differs; empty when it is not known. */
  parts: z.array(Part),
  /** Both by the judge of today, so that they differ only where the definitions do; null where nobody rated it. */
  before: Rating.nullable(),
  after: Rating.nullable(),
  /** Whether the tool became graver (`up`), milder (`down`) or neither; null where a rating is unknown. */
  risk: z.enum(['up', 'down', 'same']).nullable(),
});
export type ChangeEntry = z.infer<typeof ChangeEntry>;

const rating = (of: Change['before']): ChangeEntry['before'] =>
  of === null ? null : { category: of.category, risk: of.risk };

/** A change as lists and records hold it. */
export function changeEntry(change: Change): ChangeEntry {
  const { on, kind, server, tool, tools, parts, before, after } = change;
  const page = kind === 'listed' ? paths.server(server.slug) : change.page;
  return {
    ...{ on, kind, server: server.id, tool, page },
    json: page === null ? null : paths.json(page),
    tools,
    parts: [...parts],
    before: rating(before),
    after: rating(after),
    risk: direction(change),
  };
}

const ofServers = new WeakMap<CatalogueServer, ChangeEntry[]>();

/** What became of a server’s tools, oldest first; worked out once, because each of its tools asks. */
export function changesOfServer(server: CatalogueServer): ChangeEntry[] {
  const known = ofServers.get(server) ?? serverChanges(server).map(changeEntry);
  ofServers.set(server, known);
  return known;
}
