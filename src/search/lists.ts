import type { SearchIds, SearchList } from '../model/search.ts';
import { bucketOf, partIn, slots } from './address.ts';
import { bestPlaces } from './best.ts';
import type { Buckets } from './buckets.ts';
import { codeOf } from './codes.ts';
import type { Collection } from './collect.ts';
import { digitsOf } from './digits.ts';
import type { Places } from './places.ts';

/** Turns the places of a word into lists of ids. */
export class Lists {
  readonly #documents: Collection['documents'];
  readonly #buckets: Pick<Buckets, 'bits' | 'ids'>;
  readonly #places: Places;
  readonly #best: ReturnType<typeof bestPlaces>;

  /** Lists of at most `longest` documents, the best for their words. */
  constructor(
    collection: Collection,
    buckets: Pick<Buckets, 'bits' | 'ids'>,
    places: Places,
    longest: number,
  ) {
    this.#documents = collection.documents;
    this.#buckets = buckets;
    this.#places = places;
    this.#best = bestPlaces(collection, places, longest);
  }

  /** The list of a word. */
  of(term: number): SearchList {
    const all = this.#all(term);
    const best = this.#best[term];
    const places = best === undefined ? all : this.#inOrder(best);
    let codes = '';
    for (const place of places) {
      const { class: kind = 0, rating = 0 } = this.#documents[place >>> 3] ?? {};
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

  #inOrder(places: readonly number[]): Uint32Array {
    return Uint32Array.from(places).sort((a, b) => this.#idOf(a) - this.#idOf(b));
  }

  #idOf(place: number): number {
    return this.#buckets.ids[place >>> 3] ?? 0;
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
