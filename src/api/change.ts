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
  kind: z
    .enum(['listed', 'added', 'removed', 'changed'])
    .describe('`listed`: the tools of a server were read for the first time.'),
  server: z.string().describe('The id of the server.'),
  tool: z.string().nullable().describe('The tool’s name; null for `listed`.'),
  page: SitePath.nullable().describe(
    'The page of the tool, or of the server; null when the tool is not listed any more.',
  ),
  json: SitePath.nullable(),
  tools: Amount.describe('How many tools it concerns.'),
  parts: z.array(Part).describe('In what a changed definition differs; empty when it is not known.'),
  before: Rating.nullable().describe('By the judge of today; null where nobody rated it.'),
  after: Rating.nullable().describe('By the same judge, so that it differs only where the definitions do.'),
  risk: z
    .enum(['up', 'down', 'same'])
    .nullable()
    .describe(
      'Whether the tool became graver (`up`), milder (`down`) or neither; null where a rating is unknown.',
    ),
});
export type ChangeEntry = z.infer<typeof ChangeEntry>;

const rating = (of: Change['before']): ChangeEntry['before'] =>
  of === null ? null : { category: of.category, risk: of.risk };

/** A change as lists and records hold it. */
export function changeEntry(change: Change<Pick<CatalogueServer, 'id' | 'slug'>>): ChangeEntry {
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

/** What became of a server’s tools, oldest first; worked out once. */
export function changesOfServer(server: CatalogueServer): ChangeEntry[] {
  const known = ofServers.get(server) ?? serverChanges(server).map(changeEntry);
  ofServers.set(server, known);
  return known;
}
