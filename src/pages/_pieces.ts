import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerOutline, ToolOutline } from '../catalogue/outline.ts';
import { openPieces, type Pieces } from '../catalogue/pieces.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { knowTokens, serverTokens } from '../view/token-cost.ts';
import type { Brief, Listed } from '../view/tool-row.ts';

/** A server of the catalogue, which may not be read yet. Digests are known only in a build in parts. */
export interface ServerPiece {
  id: string;
  slug: string;
  /** Its tools, and the tokens of them together. */
  size: number;
  tokens: number;
  server: CatalogueServer;
  outline?: ServerOutline;
}

/** A tool of the catalogue, which may not be read yet. */
export interface ToolPiece extends Listed {
  of: ServerPiece;
  outline?: ToolOutline;
}

/** A catalogue as pages are made from it: servers by slug, and the tools of all of them. */
export interface CataloguePieces {
  servers: readonly ServerPiece[];
  tools: readonly ToolPiece[];
}

/** A catalogue that is in memory as a whole. */
export function wholePieces(all: readonly CatalogueServer[]): CataloguePieces {
  const servers = all.map((server): ServerPiece => {
    const size = server.tools.length;
    return {
      ...{ id: server.id, slug: server.slug, size, server },
      get tokens() {
        return serverTokens(server);
      },
    };
  });
  const tools = servers.flatMap((of) => of.server.tools.map((tool) => ({ of, server: of.server, tool })));
  return { servers, tools };
}

class OutlinedServer implements ServerPiece {
  readonly outline: ServerOutline;
  readonly #pieces: Pieces;
  constructor(outline: ServerOutline, pieces: Pieces) {
    this.outline = outline;
    this.#pieces = pieces;
  }
  get id(): string {
    return this.outline.id;
  }
  get slug(): string {
    return this.outline.slug;
  }
  get size(): number {
    return this.outline.tools.length;
  }
  get tokens(): number {
    return this.outline.tools.reduce((sum, { tokens }) => sum + tokens, 0);
  }
  get server(): CatalogueServer {
    return this.#pieces.server(this.outline);
  }
  toolOf(outline: ToolOutline): CatalogueTool {
    return this.#pieces.tool(this.outline, outline);
  }
}

class OutlinedTool implements ToolPiece {
  readonly of: OutlinedServer;
  readonly outline: ToolOutline;
  readonly brief: Brief;
  constructor(of: OutlinedServer, outline: ToolOutline) {
    this.of = of;
    this.outline = outline;
    this.brief = Object.assign(outline, { server: of.slug });
  }
  get server(): CatalogueServer {
    return this.of.server;
  }
  get tool(): CatalogueTool {
    return this.of.toolOf(this.outline);
  }
}

function outlinesIn(folder: string): ServerOutline[] {
  const outlines: ServerOutline[] = [];
  for (const name of globSync('*.jsonl', { cwd: folder }).sort())
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n').slice(1))
      if (line !== '') outlines.push(JSON.parse(line) as ServerOutline);
  return outlines.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** A catalogue of which the outlines are in memory, and of the rest what was looked at last. */
export function outlinedPieces(catalogue: string, outlines: string): CataloguePieces {
  const known = outlinesIn(outlines);
  const pieces = openPieces(catalogue, known, (tool, { tokens }) => {
    knowTokens(tool, tokens);
  });
  const servers = known.map((outline) => new OutlinedServer(outline, pieces));
  return {
    servers,
    tools: servers.flatMap((of) => of.outline.tools.map((outline) => new OutlinedTool(of, outline))),
  };
}

/** The servers themselves, each read when it is looked at. */
export function readServers(servers: readonly ServerPiece[]): readonly CatalogueServer[] {
  const read: CatalogueServer[] = [];
  for (const [place, piece] of servers.entries())
    Object.defineProperty(read, place, { get: () => piece.server, enumerable: true });
  return read;
}
