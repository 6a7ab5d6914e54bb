import { categoriesByWeight } from '../model/categories.ts';
import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import { risksByWeight } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';

/**
 * What /search.json holds: servers as [name, path], tools as [name, last path segment, place of the server,
 * place of the risk in `risks`, place of the category in `categories`].
 */
export interface SearchIndex {
  risks: readonly string[];
  categories: readonly string[];
  servers: [name: string, path: string][];
  tools: [name: string, slug: string, server: number, risk: number, category: number][];
}

/** The rows the search box reads: names and ratings only. */
export function searchIndex(servers: readonly CatalogueServer[]): SearchIndex {
  return {
    risks: risksByWeight,
    categories: categoriesByWeight,
    servers: servers.map(({ name, slug }) => [visible(name), paths.server(slug)]),
    tools: servers.flatMap((server, place) =>
      server.tools.map(
        ({ definition, slug, classification }) =>
          [
            visible(definition.name),
            slug,
            place,
            risksByWeight.indexOf(classification.risk),
            categoriesByWeight.indexOf(classification.category),
          ] satisfies SearchIndex['tools'][number],
      ),
    ),
  };
}
