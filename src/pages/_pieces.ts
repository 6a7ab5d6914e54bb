import type { TabledServer, TabledTool } from '../catalogue/outline-table.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer } from '../model/server.ts';
import { type ListedChange, listedChanges } from '../view/change-page.ts';
import { newestFirst } from '../view/changes.ts';
import { type Comparison, comparisonOf } from '../view/related.ts';
import { type ServerFacts, serverFacts } from '../view/server-facts.ts';
import { termsOf } from '../view/terms.ts';
import { serverTokens } from '../view/token-cost.ts';
import { byName, type Listed } from '../view/tool-row.ts';
import { type ToolServer, toolServer } from '../view/tool-server.ts';
import { type Traits, traitsOf } from '../view/traits.ts';

/** A server of the catalogue, which may not be read yet. Digests are known only in a build in parts. */
export interface ServerPiece extends ServerFacts {
  id: string;
  slug: string;
  name: string;
  /** Its tools, and the tokens of them together. */
  size: number;
  tokens: number;
  server: CatalogueServer;
  /** Digests of the server, of it without its tools, and of what is said of these without their words; and the hashes of their definitions. */
  outline?: Pick<TabledServer, 'digest' | 'head' | 'rules'>;
  hashes?: readonly string[];
}

/** A tool of the catalogue, which may not be read yet. */
export interface ToolPiece extends Listed<ToolServer> {
  of: ServerPiece;
  traits: Traits;
  outline?: Pick<TabledTool, 'digest' | 'around'>;
}

/** A catalogue as pages are made from it: servers by slug, the tools of all of them, and these by name. */
export interface CataloguePieces {
  servers: readonly ServerPiece[];
  tools: readonly ToolPiece[];
  named: readonly ToolPiece[];
  /** Everything that changed in it, newest first. */
  newest: readonly ListedChange[];
  /** What the tools are compared by, in the same order. */
  comparison: () => Comparison;
}

/** A catalogue that is in memory as a whole. */
export function wholePieces(all: readonly CatalogueServer[], exposuresOf: ExposuresOf): CataloguePieces {
  const servers = all.map((server): ServerPiece => {
    const { id, slug, name, tools } = server;
    return {
      ...{ id, slug, name, size: tools.length, server, tokens: serverTokens(server) },
      ...serverFacts(server),
    };
  });
  const tools = servers.flatMap((of) => {
    const server = toolServer(of.server);
    return of.server.tools.map((tool) => ({ of, server, tool, traits: traitsOf(server, tool, exposuresOf) }));
  });
  const newest = newestFirst(all.flatMap(listedChanges));
  return {
    servers,
    tools,
    named: byName(tools),
    newest,
    comparison: () => comparisonOf(tools, tools.map(termsOf)),
  };
}

/** The servers themselves, each read when it is looked at. */
export function readServers(servers: readonly ServerPiece[]): readonly CatalogueServer[] {
  const read: CatalogueServer[] = [];
  for (const [place, piece] of servers.entries())
    Object.defineProperty(read, place, { get: () => piece.server, enumerable: true });
  return read;
}
