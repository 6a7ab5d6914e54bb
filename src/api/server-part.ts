import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type DatedChange, serverChanges } from '../view/changes.ts';
import { contradiction } from '../view/contradictions.ts';
import { idHashOf } from '../view/marks.ts';
import { type NamedRow, namedRow } from '../view/server-row.ts';
import { type Brief, briefOf, type Placed } from '../view/tool-row.ts';
import { exposedAs } from './attack.ts';
import { changeEntry } from './change.ts';
import { serverEntry, toolEntry } from './entry.ts';
import { addExtended, further, type Pieces } from './file.ts';

/** A server as lists hold it: its place, and the text of its entry. */
export interface PlacedServer extends NamedRow {
  entry: Buffer;
}

/** A change as lists hold it. */
export interface PlacedChange extends DatedChange {
  entry: Buffer;
}

/** A tool as lists hold it: its place, and the text of its entry. */
export interface PlacedTool extends Placed {
  entry: Buffer;
  /** What the records of attacks that it is open to say besides, by the attack’s id. */
  exposed: readonly { attack: string; further: Buffer }[];
  /** The hints that contradict the definition, as the list of such tools says them besides; null when none do. */
  hints: Buffer | null;
}

/** What is kept of a server and what became of it, besides the texts. `bytes` are those of a text. */
interface ServerPlaces {
  row: NamedRow;
  bytes: number;
  changes: readonly (Pick<DatedChange, 'on' | 'kind'> & { bytes: number })[];
}

/** The same of a tool. */
interface ToolPlace extends Pick<Placed, 'traits'> {
  brief: Omit<Brief, 'server' | 'serverName'>;
  bytes: number;
  exposed: readonly { attack: string; bytes: number }[];
  hints: number;
}

/** The same of its tools. */
interface ToolPlaces {
  of: Pick<Brief, 'server' | 'serverName'>;
  tools: readonly ToolPlace[];
}

/** Texts that are put one after the other. */
interface Texts {
  /** Returns how many bytes a text has. */
  add: (text: string) => number;
  all: () => string;
}

function newTexts(): Texts {
  let all = '';
  return {
    add(text) {
      all += text;
      return Buffer.byteLength(text);
    },
    all: () => all,
  };
}

/** Places and texts as bytes: how many bytes there are of each, and both. */
function section(places: ServerPlaces | ToolPlaces, texts: Texts): Buffer {
  const [head, body] = [Buffer.from(JSON.stringify(places)), Buffer.from(texts.all())];
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(head.length, 0);
  sizes.writeUInt32LE(body.length, 4);
  return Buffer.concat([sizes, head, body]);
}

function serverSection(server: CatalogueServer): Buffer {
  const [texts, named] = [newTexts(), namedRow(server)];
  const places = {
    row: named,
    bytes: texts.add(JSON.stringify(serverEntry(server, named.row))),
    changes: serverChanges(server).map((change) => ({
      ...{ on: change.on, kind: change.kind, bytes: texts.add(JSON.stringify(changeEntry(change))) },
    })),
  };
  return section(places, texts);
}

function toolPlaces(
  server: CatalogueServer,
  tool: CatalogueTool,
  { exposuresOf, texts }: { exposuresOf: ExposuresOf; texts: Texts },
): ToolPlace {
  const { slug, name, hash, risk, category } = briefOf({ server, tool });
  const found = contradiction(tool);
  return {
    brief: { slug, name, hash, risk, category },
    traits: {
      signals: [...new Set(tool.classification.signals.map(({ id }) => id))],
      direction: found?.direction ?? null,
    },
    bytes: texts.add(JSON.stringify(toolEntry({ server, tool }))),
    exposed: exposuresOf(server, tool).map(({ attack, grounds }) => ({
      ...{ attack: attack.id, bytes: texts.add(further(exposedAs(tool, grounds))) },
    })),
    hints: found === null ? 0 : texts.add(further({ hints: found.hints })),
  };
}

/** A part of the same server whose tools lent each other the same, and for each tool now its place there; -1 where it is another. */
export interface PartBefore {
  part: Buffer;
  places: readonly number[];
}

function toolSection(server: CatalogueServer, exposuresOf: ExposuresOf, before?: PartBefore): Buffer {
  const texts = newTexts();
  const known = before === undefined ? [] : keptTools(before.part);
  const tools = server.tools.map((tool, number) => {
    const same = known[before?.places[number] ?? -1];
    if (same === undefined) return toolPlaces(server, tool, { exposuresOf, texts });
    texts.add(same.texts);
    return same.place;
  });
  return section({ of: { server: server.slug, serverName: server.name }, tools }, texts);
}

/**
 * What lists need of a server, its tools and what became of them, as bytes: places, and texts as they stand in the lists. Of a tool that
 * stands in a part from before, it is taken from there.
 */
export const serverPart = (server: CatalogueServer, exposuresOf: ExposuresOf, before?: PartBefore): Buffer =>
  Buffer.concat([serverSection(server), toolSection(server, exposuresOf, before)]);

/** What stands in a section. */
interface Section<Places> {
  places: Places;
  /** Takes the texts one after the other, by their number of bytes. */
  next: (bytes: number) => Buffer;
}

/** Reads the section of a part that begins here. Texts are copied, so that nobody has to hold the part. */
function sectionAt<Places>(part: Buffer, at: number): Section<Places> {
  const body = at + 8 + part.readUInt32LE(at);
  const end = body + part.readUInt32LE(at + 4);
  const bytes = Buffer.from(part.subarray(body, end));
  let start = 0;
  return {
    places: JSON.parse(part.toString('utf8', at + 8, body)) as Places,
    next: (length) => bytes.subarray(start, (start += length)),
  };
}

/** The server in such a part, and what became of it. */
export function serverIn(part: Buffer): { server: PlacedServer; changes: readonly PlacedChange[] } {
  const { places, next } = sectionAt<ServerPlaces>(part, 0);
  const { name, slug, row } = places.row;
  const server = { name, slug, row, entry: next(places.bytes) };
  const changes = places.changes.map(({ on, kind, bytes }) => ({
    ...{ on, kind, server: { slug }, entry: next(bytes) },
  }));
  return { server, changes };
}

const toolsAt = (part: Buffer): Section<ToolPlaces> =>
  sectionAt(part, 8 + part.readUInt32LE(0) + part.readUInt32LE(4));

/** The places of each tool in such a part, and its texts. */
function keptTools(part: Buffer): { place: ToolPlace; texts: string }[] {
  const { places, next } = toolsAt(part);
  return places.tools.map((place) => {
    const further = place.exposed.reduce((sum, { bytes }) => sum + bytes, place.hints);
    return { place, texts: next(place.bytes + further).toString('utf8') };
  });
}

/** The tools in such a part. */
export function toolsIn(part: Buffer): PlacedTool[] {
  const { places, next } = toolsAt(part);
  const { server, serverName } = places.of;
  return places.tools.map(({ brief, traits, bytes, exposed, hints }) => ({
    entry: next(bytes),
    ...{ brief: { server, serverName, ...brief }, traits },
    idHash: idHashOf({ server, slug: brief.slug }),
    exposed: exposed.map((its) => ({ attack: its.attack, further: next(its.bytes) })),
    hints: hints === 0 ? null : next(hints),
  }));
}

/** The tools that are open to each attack, by its id, in the order in which all are given. */
export function exposedTools(tools: readonly PlacedTool[]): ReadonlyMap<string, readonly PlacedTool[]> {
  const found = new Map<string, PlacedTool[]>();
  for (const tool of tools)
    for (const { attack } of tool.exposed) {
      const open = found.get(attack);
      if (open === undefined) found.set(attack, [tool]);
      else open.push(tool);
    }
  return found;
}

/** The pieces of a tool’s entry in the record of an attack that it is open to. */
export const exposedPieces =
  (id: string): Pieces<PlacedTool> =>
  ({ entry, exposed }, add) => {
    const its = exposed.find(({ attack }) => attack === id);
    if (its === undefined) add(entry);
    else addExtended(add, entry, its.further);
  };
