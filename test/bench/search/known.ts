import { catalogueFolder } from '../../../src/catalogue/folder.ts';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';
import { grownCatalogue } from '../grown-catalogue.ts';
import type { Known } from './queries.ts';

/** A catalogue with so many tools, made of the real one; read anew at each call. */
export function grown(tools: number): () => Iterable<CatalogueServer> {
  const real = readCatalogue(catalogueFolder());
  return () => grownCatalogue(real, { tools });
}

/** What the questions are made from. */
export function knownTools(servers: Iterable<CatalogueServer>): Known[] {
  const known: Known[] = [];
  for (const server of servers)
    for (const { slug, definition } of server.tools)
      known.push({
        ...{ server: server.slug, slug, name: definition.name, serverName: server.name },
        description: `${definition.title ?? ''} ${definition.description ?? ''}`.slice(0, 1_500),
      });
  return known;
}
