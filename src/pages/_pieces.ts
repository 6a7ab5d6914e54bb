import { globSync } from 'node:fs';
import { join } from 'node:path';
import { readOutlines } from '../catalogue/outlined.ts';
import type { ServerOutline, ToolOutline } from '../catalogue/outline.ts';
import { openPieces, type Pieces } from '../catalogue/pieces.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type ChangeRow, type ListedChange, listedChanges } from '../view/change-page.ts';
import type { Change } from '../view/changes.ts';
import { type ServerFacts, serverFacts } from '../view/server-facts.ts';
import { serverTokens } from '../view/token-cost.ts';
import type { Brief, Listed, ToolRow } from '../view/tool-row.ts';
import { type Terms, termsOf, unpackTerms } from '../view/terms.ts';
import { type Traits, traitsOf } from '../view/traits.ts';
import { ToolBrief } from './_tool-brief.ts';

/** The outline of a server as it is held. */
type Outlined = Omit<ServerOutline<ServerFacts, Traits>, 'tools'> & { tools: readonly ToolBrief[] };

/** The same without the changes, which are known elsewhere. */
type Head = Omit<Outlined, 'changes'>;

/** A server of the catalogue, which may not be read yet. Digests are known only in a build in parts. */
export interface ServerPiece extends ServerFacts {
  id: string;
  slug: string;
  name: string;
  /** Its tools, and the tokens of them together. */
  size: number;
  tokens: number;
  server: CatalogueServer;
  changes: readonly ListedChange[];
  outline?: Head;
}

/** A tool of the catalogue, which may not be read yet. */
export interface ToolPiece extends Listed {
  of: ServerPiece;
  traits: Traits;
  outline?: ToolOutline<Traits>;
}

/** A catalogue as pages are made from it: servers by slug, and the tools of all of them. */
export interface CataloguePieces {
  servers: readonly ServerPiece[];
  tools: readonly ToolPiece[];
  /** The words of these that count for likeness, in the same order. */
  terms: () => Iterable<Terms>;
}

/** A catalogue that is in memory as a whole. */
export function wholePieces(all: readonly CatalogueServer[], exposuresOf: ExposuresOf): CataloguePieces {
  const servers = all.map((server): ServerPiece => {
    const { id, slug, name, tools } = server;
    return {
      ...{ id, slug, name, size: tools.length, server, tokens: serverTokens(server) },
      ...{ ...serverFacts(server), changes: listedChanges(server) },
    };
  });
  const tools = servers.flatMap((of) =>
    of.server.tools.map((tool) => ({
      ...{ of, server: of.server, tool },
      traits: traitsOf(of.server, tool, exposuresOf),
    })),
  );
  return { servers, tools, terms: () => tools.map(termsOf) };
}

class OutlinedChange implements ListedChange {
  readonly server: OutlinedServer;
  readonly on: string;
  readonly kind: Change['kind'];
  readonly #at: number;
  readonly #bytes: number;
  constructor(server: OutlinedServer, [on, kind, at, bytes]: Outlined['changes'][number]) {
    this.server = server;
    this.on = on;
    this.kind = kind as Change['kind'];
    this.#at = at;
    this.#bytes = bytes;
  }
  get row(): ChangeRow {
    return JSON.parse(this.server.textAt(this.#at, this.#bytes)) as ChangeRow;
  }
}

class OutlinedServer implements ServerPiece {
  readonly outline: Head;
  readonly changes: readonly OutlinedChange[];
  readonly #pieces: Pieces;
  constructor({ changes, ...head }: Outlined, pieces: Pieces) {
    this.outline = head;
    this.changes = changes.map((change) => new OutlinedChange(this, change));
    this.#pieces = pieces;
  }
  get id(): string {
    return this.outline.id;
  }
  get slug(): string {
    return this.outline.slug;
  }
  get name(): string {
    return this.outline.name;
  }
  get row(): ServerFacts['row'] {
    return this.outline.facts.row;
  }
  get roles(): ServerFacts['roles'] {
    return this.outline.facts.roles;
  }
  get tellsAll(): boolean {
    return this.outline.facts.tellsAll;
  }
  get sources(): ServerFacts['sources'] {
    return this.outline.facts.sources;
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
  /** A text among its rows. */
  textAt(at: number, bytes: number): string {
    return this.#pieces.row(this.outline, at, bytes);
  }
}

class OutlinedTool implements ToolPiece {
  readonly of: OutlinedServer;
  readonly outline: ToolBrief;
  constructor(of: OutlinedServer, outline: ToolBrief) {
    this.of = of;
    this.outline = outline;
  }
  get brief(): Brief {
    return this.outline;
  }
  get server(): CatalogueServer {
    return this.of.server;
  }
  get tool(): CatalogueTool {
    return this.of.toolOf(this.outline);
  }
  get traits(): Traits {
    return this.outline.traits;
  }
  get row(): ToolRow {
    const { rowAt, rowBytes } = this.outline;
    return JSON.parse(this.of.textAt(rowAt, rowBytes)) as ToolRow;
  }
}

/** The outlines of a catalogue, of which equal traits and counts stand in memory once, and where the rows of each file begin. */
function outlinesIn(folder: string): { outlines: Outlined[]; rowsAt: Map<string, number> } {
  const outlines: Outlined[] = [];
  const rowsAt = new Map<string, number>();
  const known = new Map<string, unknown>();
  const once = <Value>(its: Value): Value => {
    const key = JSON.stringify(its);
    if (!known.has(key)) known.set(key, its);
    return known.get(key) as Value;
  };
  for (const name of globSync('*.jsonl', { cwd: folder }).sort()) {
    const shard = readOutlines<ServerOutline<ServerFacts, Traits>>(join(folder, name));
    rowsAt.set(name, shard.rowsAt);
    for (const { tools, ...head } of shard.outlines) {
      const { slug, name, facts } = head;
      const named = { slug, name };
      facts.row.counts = once(facts.row.counts);
      facts.roles = once(facts.roles);
      facts.sources = once(facts.sources);
      const briefs = tools.map((tool) => new ToolBrief(named, tool, once(tool.traits)));
      outlines.push({ ...head, tools: briefs });
    }
  }
  return { outlines: outlines.sort((a, b) => (a.slug < b.slug ? -1 : 1)), rowsAt };
}

/** A catalogue of which the outlines are in memory, and of the rest what was looked at last. */
export function outlinedPieces(catalogue: string, folder: string): CataloguePieces {
  const { outlines, rowsAt } = outlinesIn(folder);
  const pieces = openPieces({ catalogue, outlines: folder, rowsAt }, outlines);
  const servers = outlines.map((outline) => new OutlinedServer(outline, pieces));
  return {
    servers,
    tools: servers.flatMap((of) => of.outline.tools.map((outline) => new OutlinedTool(of, outline))),
    terms: () => Iterator.from(servers).flatMap(({ outline }) => unpackTerms(pieces.terms(outline))),
  };
}

/** The servers themselves, each read when it is looked at. */
export function readServers(servers: readonly ServerPiece[]): readonly CatalogueServer[] {
  const read: CatalogueServer[] = [];
  for (const [place, piece] of servers.entries())
    Object.defineProperty(read, place, { get: () => piece.server, enumerable: true });
  return read;
}
