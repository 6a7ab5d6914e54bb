import type { SearchIds, SearchList } from '../model/search.ts';
import { bucketOf, partIn, slots } from './address.ts';
import type { Buckets } from './buckets.ts';
import { codeOf, fields } from './codes.ts';
import type { Collected, Collection } from './collect.ts';
import { digitsOf } from './digits.ts';

/** The places of each word, one word after the other. */
export interface Places {
  /** Where the places of each term begin; one more than there are terms. */
  starts: Uint32Array;
  places: Uint32Array;
}

/** Sorts the places by their words, in two passes over all of them. */
export function placesByTerm({ terms, numberOf, placeOf }: Collection): Places {
  const starts = new Uint32Array(terms.size + 1);
  for (let at = 0; at < numberOf.length; at += 1) {
    const after = numberOf.at(at) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let term = 0; term < terms.size; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(numberOf.length);
  for (let at = 0; at < numberOf.length; at += 1) {
    const term = numberOf.at(at);
    const place = next[term] ?? 0;
    places[place] = placeOf.at(at);
    next[term] = place + 1;
  }
  return { starts, places };
}

/** How many documents have a term. */
export function countOf({ starts }: Places, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** Bits of the place of an entry in its list, below those of its weight. */
const placeBits = 2 ** 22;

/** The first of these by what they weigh, lightest first. Weights are whole numbers below 2 to the power of 31. */
function lightest(places: Uint32Array, weight: (place: number) => number, count: number): Uint32Array {
  const keys = Float64Array.from(places, (place, index) => weight(place) * placeBits + index).sort();
  return Uint32Array.from(keys.subarray(0, count), (key) => places[key % placeBits] ?? 0);
}

/** Copies of one text that are told apart in the order of a cut list. */
const mostCopies = 7;

/** How many documents with the same text come before each one. */
function copiesBefore(documents: readonly Collected[]): Uint8Array {
  const before = new Uint8Array(documents.length);
  const counts = new Map<number, number>();
  const rank = (place: number): number => documents[place]?.order ?? 0;
  for (const place of [...documents.keys()].sort((a, b) => rank(a) - rank(b) || a - b)) {
    const text = documents[place]?.text ?? 0;
    const count = counts.get(text) ?? 0;
    before[place] = Math.min(count, mostCopies);
    counts.set(text, count + 1);
  }
  return before;
}

/** Turns the places of a word into lists of ids. */
export class Lists {
  readonly #collection: Collection;
  readonly #buckets: Pick<Buckets, 'bits' | 'ids'>;
  readonly #places: Places;
  readonly #copies: Uint8Array;
  readonly #longest: number;

  /** Lists of at most `longest` documents, the best for their words. */
  constructor(
    collection: Collection,
    buckets: Pick<Buckets, 'bits' | 'ids'>,
    places: Places,
    longest: number,
  ) {
    this.#collection = collection;
    this.#buckets = buckets;
    this.#places = places;
    this.#copies = copiesBefore(collection.documents);
    this.#longest = longest;
  }

  /** Whether more documents have a word than its list holds. */
  isCut(term: number): boolean {
    return countOf(this.#places, term) > this.#longest;
  }

  /** The list of a word. */
  of(term: number): SearchList {
    const all = this.#all(term);
    const places = this.#byId(this.isCut(term) ? this.#best(all) : all);
    const codes = places.map((place) => {
      const document = this.#collection.documents[Math.floor(place / 8)];
      return codeOf(place % 8, document?.class ?? 0, document?.record[5] ?? 0);
    });
    return [all.length, ...this.#idsOf(places), codes.join('')];
  }

  /** One of so many parts of all documents of a word: those in the buckets of that part. */
  partOf(term: number, part: number, parts: number): SearchIds {
    const isIn = (place: number): boolean =>
      partIn(bucketOf(this.#idOf(place)), this.#buckets.bits, parts) === part;
    return this.#idsOf(this.#byId(this.#all(term).filter(isIn)));
  }

  #all(term: number): Uint32Array {
    const { starts, places } = this.#places;
    return places.subarray(starts[term], starts[term + 1]);
  }

  #idOf(place: number): number {
    return this.#buckets.ids[Math.floor(place / 8)] ?? 0;
  }

  /**
   * The best of too many first: a few of the shortest names that have the word, then always the same documents, so that what
   * two cut lists have in common says something. Well-known ones come before others, and one document of each text before its
   * near copies.
   */
  #best(all: Uint32Array): Uint32Array {
    const kind = (place: number): number => this.#collection.documents[Math.floor(place / 8)]?.class ?? 0;
    const order = (place: number): number =>
      (this.#collection.documents[Math.floor(place / 8)]?.order ?? 0) >>> 4;
    const copies = (place: number): number => this.#copies[Math.floor(place / 8)] ?? 0;
    const named = lightest(
      all.filter((place) => (place & fields.name) !== 0),
      (place) => kind(place) * 2 ** 28 + order(place),
      this.#longest / 4,
    );
    const chosen = new Set(named);
    const others = lightest(
      all.filter((place) => !chosen.has(place)),
      (place) => (kind(place) < 4 ? 0 : 2 ** 30) + copies(place) * 2 ** 27 + Math.floor(order(place) / 2),
      this.#longest - named.length,
    );
    return Uint32Array.from([...named, ...others]);
  }

  #byId(places: Uint32Array): number[] {
    return Array.from(places).sort((a, b) => this.#idOf(a) - this.#idOf(b));
  }

  #idsOf(places: readonly number[]): SearchIds {
    let [before, buckets, its] = [0, '', ''];
    for (const place of places) {
      const id = this.#idOf(place);
      buckets += digitsOf(bucketOf(id) - before);
      its += digitsOf(id % slots);
      before = bucketOf(id);
    }
    return [buckets, its];
  }
}
