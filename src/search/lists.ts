import type { SearchIds, SearchList } from '../model/search.ts';
import { bucketOf, partIn, slots } from './address.ts';
import type { Buckets } from './buckets.ts';
import { codeOf, fields } from './codes.ts';
import type { Collection } from './collect.ts';
import { digitsOf } from './digits.ts';
import { knownRanks, lightest, nameRanks } from './ranks.ts';

/** The documents of each word in the order of their ids, one word after the other. */
export interface Places {
  /** Where those of each word begin; one more than there are words. */
  starts: Uint32Array;
  /** Eight times the place of the document, plus the fields where it has the word. */
  places: Uint32Array;
}

/** Sorts the words of all documents, in two passes over them. */
export function placesByTerm({ terms, words, ends }: Collection, members: Buckets['members']): Places {
  const starts = new Uint32Array(terms.size + 1);
  for (let at = 0; at < words.length; at += 1) {
    const after = (words.at(at) >>> 3) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let term = 0; term < terms.size; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(words.length);
  for (const document of members.values().flatMap((its) => its))
    for (let at = ends[document - 1] ?? 0; at < (ends[document] ?? 0); at += 1) {
      const word = words.at(at);
      const place = next[word >>> 3] ?? 0;
      places[place] = document * 8 + (word & 7);
      next[word >>> 3] = place + 1;
    }
  return { starts, places };
}

/** How many documents have a term. */
export function countOf({ starts }: Places, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** Turns the places of a word into lists of ids. */
export class Lists {
  readonly #collection: Collection;
  readonly #buckets: Pick<Buckets, 'bits' | 'ids'>;
  readonly #places: Places;
  readonly #byName: Uint32Array;
  readonly #byKnown: Uint32Array;
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
    this.#byName = nameRanks(collection.documents);
    this.#byKnown = knownRanks(collection.documents);
    this.#longest = longest;
  }

  /** Whether more documents have a word than its list holds. */
  isCut(term: number): boolean {
    return countOf(this.#places, term) > this.#longest;
  }

  /** The list of a word. */
  of(term: number): SearchList {
    const all = this.#all(term);
    const places = this.isCut(term) ? this.#best(all) : all;
    let codes = '';
    for (const place of places) {
      const { class: kind = 0, rating = 0 } = this.#collection.documents[place >>> 3] ?? {};
      codes += codeOf(place & 7, kind, rating);
    }
    return [all.length, ...this.#idsOf(places), codes];
  }

  /** One of so many parts of all documents of a word: those in the buckets of that part. */
  partOf(term: number, part: number, parts: number): SearchIds {
    const all = this.#all(term);
    return this.#idsOf(all.subarray(this.#startOf(all, part, parts), this.#startOf(all, part + 1, parts)));
  }

  /** Where the documents of a part begin. */
  #startOf(all: Uint32Array, part: number, parts: number): number {
    let [from, to] = [0, all.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const bucket = bucketOf(this.#idOf(all[middle] ?? 0));
      if (partIn(bucket, this.#buckets.bits, parts) < part) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #all(term: number): Uint32Array {
    const { starts, places } = this.#places;
    return places.subarray(starts[term], starts[term + 1]);
  }

  #idOf(place: number): number {
    return this.#buckets.ids[place >>> 3] ?? 0;
  }

  /**
   * The best of too many: a few of the shortest names that have the word, then always the same documents, so that what
   * two cut lists have in common says something. Well-known ones come before others, and one document of each text before its
   * near copies.
   */
  #best(all: Uint32Array): Uint32Array {
    const isName = (place: number): boolean => (place & fields.name) !== 0;
    const isShort = lightest(all.filter(isName), this.#byName, Math.floor(this.#longest / 4));
    const isChosen = (place: number): boolean => isName(place) && isShort(place);
    const others = all.filter((place) => !isChosen(place));
    const isFirst = lightest(others, this.#byKnown, this.#longest - (all.length - others.length));
    return all.filter((place) => isChosen(place) || isFirst(place));
  }

  #idsOf(places: Uint32Array): SearchIds {
    let [before, buckets, its] = [0, '', ''];
    for (const place of places) {
      const id = this.#idOf(place);
      const bucket = bucketOf(id);
      buckets += digitsOf(bucket - before);
      its += digitsOf(id % slots);
      before = bucket;
    }
    return [buckets, its];
  }
}
