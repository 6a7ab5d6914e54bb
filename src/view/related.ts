import { numbering } from '../model/numbering.ts';
import { bars } from '../model/risks.ts';
import { type Similar, similarity, type WordIndex, wordIndex } from './similarity.ts';
import { type Terms, termsOf } from './terms.ts';
import { briefOf, type Listed, type Named } from './tool-row.ts';

/** The tools of the catalogue that a reader of one tool's page may want to compare. No tool stands in two of the lists. */
export interface Related {
  /** The very same definition on other servers. */
  same: Listed[];
  /** Alike and rated milder, on any server. */
  milder: Listed[];
  /** Alike, on the same server. */
  siblings: Listed[];
  /** Alike, on other servers, at most two of each. */
  elsewhere: Listed[];
}

export type Neighbours = (of: Listed) => Related;

/** Below this likeness two tools share no more than a verb. Found by reading pairs of the catalogue. */
const alike = 0.25;

/** So that one large server does not fill a list. */
const mostOfServer = 2;

/** Tools of a list; of the very same definition there may be more. */
const mostOfList = 3;
const mostOfCopies = 6;

/** What is asked of every tool that may be related, by its place. Servers and definitions are numbered. */
interface Marks {
  servers: Int32Array;
  definitions: Int32Array;
  levels: Uint8Array;
}

function marksOf(tools: readonly Named[]): Marks {
  const [byServer, byDefinition] = [numbering(), numbering()];
  const servers = new Int32Array(tools.length);
  const definitions = new Int32Array(tools.length);
  const levels = new Uint8Array(tools.length);
  for (const [place, entry] of tools.entries()) {
    const { server, hash, risk } = briefOf(entry);
    servers[place] = byServer.numberOf(server);
    definitions[place] = byDefinition.numberOf(hash);
    levels[place] = bars(risk);
  }
  return { servers, definitions, levels };
}

/** The places of each definition that stands on several servers. */
function copiesOf({ definitions }: Marks): Map<number, number[]> {
  const seen = new Uint8Array(definitions.length);
  const copied = new Map<number, number[]>();
  for (const definition of definitions) {
    if (seen[definition] === 1) copied.set(definition, []);
    seen[definition] = 1;
  }
  for (const [place, definition] of definitions.entries()) copied.get(definition)?.push(place);
  return copied;
}

/** The way to the place of a tool, and of the first one of its server; the tools of a server stand together. */
function placesOf(tools: readonly Listed[], { servers }: Marks) {
  const firsts = new Map<string, number>();
  for (const [place, entry] of tools.entries())
    if (servers[place] !== servers[place - 1]) firsts.set(briefOf(entry).server, place);
  const find = (from: number, isIt: (other: Listed) => boolean): number | null => {
    for (let place = from; servers[place] === servers[from]; place += 1) {
      const other = tools[place];
      if (other === undefined) return null;
      if (isIt(other)) return place;
    }
    return null;
  };
  return (entry: Listed): { of: number; from: number } | null => {
    const from = firsts.get(briefOf(entry).server);
    if (from === undefined) return null;
    // Words are looked at only where another object stands for the same tool, because they may have to be decoded.
    const named = (): number | null => {
      const { slug } = briefOf(entry);
      return find(from, (other) => briefOf(other).slug === slug);
    };
    const of = find(from, (other) => other === entry) ?? named();
    return of === null ? null : { of, from };
  };
}

/** The places of a list that takes so many, and only so many of each server. */
function shortList(most: number, ofServer: number, servers: Int32Array) {
  const places: number[] = [];
  const isOpenTo = (place: number): boolean => {
    if (places.length === most) return false;
    return places.filter((its) => servers[its] === servers[place]).length < ofServer;
  };
  return { places, isOpenTo };
}

/** Chooses for the tool at a place from those that are like it. */
function chosen(of: number, { places, isAkin }: Similar, { servers, definitions, levels }: Marks) {
  const level = levels[of] ?? 0;
  const milder = shortList(mostOfList, mostOfServer, servers);
  const siblings = shortList(mostOfList, mostOfList, servers);
  const elsewhere = shortList(mostOfList, mostOfServer, servers);
  const listOf = (place: number): typeof milder => {
    const its = levels[place] ?? 0;
    if (its > 0 && its < level && milder.isOpenTo(place)) return milder;
    return servers[place] === servers[of] ? siblings : elsewhere;
  };
  for (const place of places) {
    if (definitions[place] === definitions[of]) continue;
    const list = listOf(place);
    if (list.isOpenTo(place) && isAkin(place)) list.places.push(place);
  }
  return { milder: milder.places, siblings: siblings.places, elsewhere: elsewhere.places };
}

/** All that the tools of a catalogue are compared by, as lists of numbers, which threads can share. */
export interface Comparison extends WordIndex {
  marks: Marks;
}

/** Works out what these tools are compared by. Their terms come in the same order. */
export const comparisonOf = (tools: readonly Named[], terms: Iterable<Terms>): Comparison => ({
  ...wordIndex(terms),
  marks: marksOf(tools),
});

/** Compares the catalogue's tools; what is related to one of them is found by what it says. */
export function neighbours(
  tools: readonly Listed[],
  comparison = comparisonOf(tools, Iterator.from(tools).map(termsOf)),
): Neighbours {
  const { marks } = comparison;
  const similar = similarity(comparison);
  const copies = copiesOf(marks);
  const placeOf = placesOf(tools, marks);
  const at = (places: readonly number[]): Listed[] =>
    places.map((place) => tools[place]).filter((tool) => tool !== undefined);
  const relatedAt = (of: number, from: number): Related => {
    const { servers, definitions } = marks;
    const same = copies.get(definitions[of] ?? -1) ?? [];
    const { milder, siblings, elsewhere } = chosen(of, similar(of, alike, from), marks);
    return {
      same: at(same.filter((place) => servers[place] !== servers[of]).slice(0, mostOfCopies)),
      ...{ milder: at(milder), siblings: at(siblings), elsewhere: at(elsewhere) },
    };
  };
  // The last answer is kept: what a page rests on is asked for just before the page itself.
  let last: { of: number; related: Related } | undefined;
  return (entry) => {
    const place = placeOf(entry);
    if (place === null) return { same: [], milder: [], siblings: [], elsewhere: [] };
    if (last?.of !== place.of) last = { of: place.of, related: relatedAt(place.of, place.from) };
    return last.related;
  };
}
