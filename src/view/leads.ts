import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { Redirects } from '../model/redirects.ts';
import { risksByWeight } from '../model/risks.ts';
import { categoriesByWeight } from '../model/categories.ts';
import type { CatalogueServer } from '../model/server.ts';
import { listTitle } from './sentences/lists.ts';

/** A former address and the page that has its place. */
export interface Lead {
  from: string;
  to: string;
  /** What that page is about, as text that is ready to show. */
  label: string;
}

/** The id of the server that has a slug. */
type Owners = ReadonlyMap<string, string>;

const ownersOf = (servers: readonly CatalogueServer[]): Owners =>
  new Map(servers.map(({ slug, id }) => [slug, id]));

const ofServer = (from: string, { slug, name }: CatalogueServer): Lead => ({
  from,
  to: paths.server(slug),
  label: visible(name),
});

/** The former tools of a server, under one of its slugs. One that has no successor leads to its server. */
function ofTools(slug: string, server: CatalogueServer, redirects: Redirects): Lead[] {
  return Object.entries(redirects.tools[server.id] ?? {}).map(([former, next]) => {
    const from = paths.tool(slug, former);
    const tool = server.tools.find((candidate) => candidate.slug === next);
    if (tool === undefined) return ofServer(from, server);
    return { from, to: paths.tool(server.slug, tool.slug), label: visible(tool.definition.name) };
  });
}

function ofSlug(slug: string, server: CatalogueServer | undefined, redirects: Redirects): Lead[] {
  const from = paths.server(slug);
  if (server === undefined) return [{ from, to: paths.servers, label: 'All servers' }];
  return [
    ofServer(from, server),
    ...server.tools.map((tool) => ({
      from: paths.tool(slug, tool.slug),
      to: paths.tool(server.slug, tool.slug),
      label: visible(tool.definition.name),
    })),
    ...ofTools(slug, server, redirects),
  ];
}

/**
 * Every former address, and where it leads now: in one step, and never to an address that is itself a former one. Of an
 * address that another server has taken, what it does not use leads on. Of the servers only those are needed that the
 * redirects name, by id or slug; `owners` has the id of every server by its slug.
 */
export function leads(
  redirects: Redirects,
  servers: readonly CatalogueServer[],
  owners: Owners = ownersOf(servers),
): Lead[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  const present = new Set(
    servers.flatMap(({ slug, tools }) => tools.map((tool) => paths.tool(slug, tool.slug))),
  );
  const taken = new Set(
    Object.keys(redirects.servers)
      .filter((slug) => owners.has(slug))
      .map(paths.server),
  );
  const all = [
    ...Object.entries(redirects.servers).flatMap(([slug, id]) => ofSlug(slug, byId.get(id), redirects)),
    ...servers.flatMap((server) => ofTools(server.slug, server, redirects)),
  ];
  // Of two for one address the later one counts: that of the server that has it now.
  return [
    ...new Map(
      all.filter(({ from }) => !present.has(from) && !taken.has(from)).map((lead) => [lead.from, lead]),
    ).values(),
  ];
}

/** The server whose address a page once was. `to` is null when it is not in the catalogue any more. */
export interface FormerOwner {
  /** Its name, or its id where no name is known any more. */
  name: string;
  to: string | null;
}

/** Addresses that have become another server’s, by the slug: whose they were. */
export function formerOwners(
  redirects: Redirects,
  servers: readonly CatalogueServer[],
  owners: Owners = ownersOf(servers),
): ReadonlyMap<string, FormerOwner> {
  const byId = new Map(servers.map((server) => [server.id, server]));
  return new Map(
    Object.entries(redirects.servers).flatMap(([slug, id]): [string, FormerOwner][] => {
      const owner = owners.get(slug);
      if (owner === undefined || owner === id) return [];
      const former = byId.get(id);
      const name = visible(former?.name ?? id);
      return [[slug, { name, to: former === undefined ? null : paths.server(former.slug) }]];
    }),
  );
}

/** Where the lists by risk and category stood before each got a place of its own. */
export const formerLists: readonly Lead[] = [
  ...risksByWeight.map((risk) => ({
    from: paths.formerRisk(risk),
    to: paths.risk(risk),
    label: listTitle(risk, null),
  })),
  ...categoriesByWeight.map((category) => ({
    from: paths.formerCategory(category),
    to: paths.category(category),
    label: listTitle(null, category),
  })),
];
