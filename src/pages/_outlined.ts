import {
  type OpenTable,
  openTable,
  type SharedOutlines,
  type TabledChange,
  type TabledServer,
  type TabledTool,
} from '../catalogue/outline-table.ts';
import { openPieces, type Pieces, remembering } from '../catalogue/pieces.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import type { ChangeRow, ListedChange } from '../view/change-page.ts';
import type { Change } from '../view/changes.ts';
import type { Counts } from '../view/counts.ts';
import type { Comparison } from '../view/related.ts';
import type { ServerFacts } from '../view/server-facts.ts';
import type { Brief, ToolRow } from '../view/tool-row.ts';
import type { Lent, ToolServer } from '../view/tool-server.ts';
import type { Traits } from '../view/traits.ts';
import type { CataloguePieces, ServerPiece, ToolPiece } from './_pieces.ts';

/** Servers that stay in memory without their tools. */
const keptServers = 24;

/** A catalogue of which the outlines are known. */
interface Outlined {
  table: OpenTable;
  pieces: Pieces;
  /** What lists ask of the server at a place. That of the one that was looked at last is kept, because all of its tools ask. */
  factsAt: (place: number) => ServerFacts;
  /** The servers of the tools whose files are being made, by their places. */
  toolServers: ReturnType<typeof remembering<ToolServer>>;
  traitsOf: (tool: TabledTool) => Traits;
}

/** A server by its place in the table. */
class OutlinedServer implements ServerPiece {
  readonly in: Outlined;
  readonly #place: number;
  constructor(its: Outlined, place: number) {
    this.in = its;
    this.#place = place;
  }
  get outline(): TabledServer {
    return this.in.table.servers.at(this.#place);
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
  get size(): number {
    return this.outline.size;
  }
  get tokens(): number {
    return this.outline.tokens;
  }
  get #facts(): ServerFacts {
    return this.in.factsAt(this.#place);
  }
  get row(): ServerFacts['row'] {
    return this.#facts.row;
  }
  get roles(): ServerFacts['roles'] {
    return this.#facts.roles;
  }
  get tellsAll(): boolean {
    return this.#facts.tellsAll;
  }
  get sources(): ServerFacts['sources'] {
    return this.#facts.sources;
  }
  get hashes(): string[] {
    return this.tools().map(({ outline }) => outline.hash);
  }
  get server(): CatalogueServer {
    return this.in.pieces.server(this.#place);
  }
  get toolServer(): ToolServer {
    const { pieces, toolServers } = this.in;
    return toolServers(this.#place, () => {
      const { lentAt, lentBytes } = this.outline;
      const lent = JSON.parse(pieces.row(this.outline, lentAt, lentBytes)) as Lent;
      return { ...pieces.head(this.#place), ...lent, size: this.size, row: this.row };
    });
  }
  tools(): OutlinedTool[] {
    const { first, size } = this.outline;
    return Array.from({ length: size }, (_, number) => new OutlinedTool(this, first + number));
  }
}

/** A tool by its place in the table. */
class OutlinedTool implements ToolPiece {
  readonly of: OutlinedServer;
  readonly #place: number;
  constructor(of: OutlinedServer, place: number) {
    this.of = of;
    this.#place = place;
  }
  get outline(): TabledTool {
    return this.of.in.table.tools.at(this.#place);
  }
  get brief(): Brief {
    return this.outline;
  }
  get server(): ToolServer {
    return this.of.toolServer;
  }
  get tool(): CatalogueTool {
    return this.of.in.pieces.tool(this.of.outline, this.#place);
  }
  get traits(): Traits {
    return this.of.in.traitsOf(this.outline);
  }
  get row(): ToolRow {
    const { rowAt, rowBytes } = this.outline;
    return JSON.parse(this.of.in.pieces.row(this.of.outline, rowAt, rowBytes)) as ToolRow;
  }
}

/** A change by its place in the table. */
class OutlinedChange implements ListedChange {
  readonly #in: Outlined;
  readonly #place: number;
  constructor(its: Outlined, place: number) {
    this.#in = its;
    this.#place = place;
  }
  get #outline(): TabledChange {
    return this.#in.table.changes.at(this.#place);
  }
  get on(): string {
    return this.#outline.on;
  }
  get kind(): Change['kind'] {
    return this.#outline.kind as Change['kind'];
  }
  get server(): TabledServer {
    return this.#in.table.servers.at(this.#outline.server);
  }
  get row(): ChangeRow {
    const { at, bytes } = this.#outline;
    return JSON.parse(this.#in.pieces.row(this.server, at, bytes)) as ChangeRow;
  }
}

/** Finds the first of equal values. */
function firstOfEqual<Value>(): (value: Value) => Value {
  const known = new Map<string, Value>();
  return (value) => {
    const key = JSON.stringify(value);
    const first = known.get(key) ?? value;
    known.set(key, first);
    return first;
  };
}

/** What finds the traits of tools, which are read once. */
function traitsIn({ traits }: OpenTable): Outlined['traitsOf'] {
  const all = traits.map((its) => JSON.parse(its) as Traits);
  return (tool) => {
    const found = all[tool.traits];
    if (found === undefined) throw new Error(`Nothing is known of the traits of ${tool.slug}.`);
    return found;
  };
}

/** What finds the facts of servers. Equal counts are one object, because lists hold those of all servers. */
function factsIn({ servers }: OpenTable): Outlined['factsAt'] {
  const onlyOf = firstOfEqual<Counts>();
  let last: { place: number; facts: ServerFacts } | undefined;
  return (place) => {
    if (last?.place === place) return last.facts;
    const { row, ...others } = JSON.parse(servers.at(place).facts) as ServerFacts;
    const facts = { ...others, row: { ...row, counts: onlyOf(row.counts) } };
    last = { place, facts };
    return facts;
  };
}

/** A catalogue of which the outlines are in memory that threads share, and of the rest what was looked at last. */
export function outlinedPieces(catalogue: string, outlines: SharedOutlines<Comparison>): CataloguePieces {
  const table = openTable(outlines.table);
  const pieces = openPieces({ catalogue, outlines: outlines.folder }, table);
  const its = {
    ...{ table, pieces, traitsOf: traitsIn(table), factsAt: factsIn(table) },
    toolServers: remembering<ToolServer>(keptServers),
  };
  const servers = Array.from(table.bySlug, (place) => new OutlinedServer(its, place));
  const tools = servers.flatMap((of) => of.tools());
  return {
    ...{ servers, tools, named: Array.from(outlines.named).flatMap((place) => tools[place] ?? []) },
    newest: Array.from(outlines.newest, (place) => new OutlinedChange(its, place)),
    comparison: () => outlines.comparison,
  };
}
