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
 * Every former address, and where it leads now: in one step, and never to an address that is itself a former one. Of the servers only
 * those that the redirects name are needed, with the slugs of all.
 */
export function leads(
  redirects: Redirects,
  servers: readonly CatalogueServer[],
  slugs: ReadonlySet<string> = new Set(servers.map(({ slug }) => slug)),
): Lead[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  return [
    ...Object.entries(redirects.servers)
      .filter(([slug]) => !slugs.has(slug))
      .flatMap(([slug, id]) => ofSlug(slug, byId.get(id), redirects)),
    ...servers.flatMap((server) => {
      const present = new Set(server.tools.map(({ slug }) => paths.tool(server.slug, slug)));
      return ofTools(server.slug, server, redirects).filter(({ from }) => !present.has(from));
    }),
  ];
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
