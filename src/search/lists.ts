import type { SearchList } from '../model/search.ts';
import { slots, slotsOfClass } from './address.ts';
import { codeOf, fields } from './codes.ts';
import type { Collection } from './collect.ts';

/** Documents that one list holds, the best for its word, and that its continuation holds. All of them, nobody could load. */
const longest = { list: 1_000, more: 3_000 } as const;

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

/** Whether the list of a term goes on in a continuation. */
export function isLong(places: Places, term: number): boolean {
  return countOf(places, term) > longest.list;
}

/** These by what they weigh, lightest first. */
function byWeight(places: readonly number[], weight: (place: number) => number): number[] {
  return places
    .map((place) => ({ place, weight: weight(place) }))
    .sort((a, b) => a.weight - b.weight || a.place - b.place)
    .map(({ place }) => place);
}

/** Turns the places of a word into lists of ids. */
export class Lists {
  readonly #collection: Collection;
  readonly #ids: Uint32Array;
  readonly #places: Places;

  constructor(collection: Collection, ids: Uint32Array, places: Places) {
    this.#collection = collection;
    this.#ids = ids;
    this.#places = places;
  }

  /** The list of a word, and its continuation where it has one. */
  of(term: number): { list: SearchList; more: SearchList | null } {
    const { starts, places } = this.#places;
    const all = Array.from(places.subarray(starts[term], starts[term + 1]));
    if (all.length <= longest.list) return { list: this.#list(all, all.length), more: null };
    const best = this.#best(all);
    return {
      list: this.#list(best.slice(0, longest.list), all.length),
      more: this.#list(best.slice(longest.list, longest.list + longest.more), all.length),
    };
  }

  #idOf(place: number): number {
    return this.#ids[Math.floor(place / 8)] ?? 0;
  }

  /**
   * The best of too many first: a few of the shortest names that have the word, then always the same documents, so that what
   * two cut lists have in common says something. Well-known ones come before others.
   */
  #best(all: readonly number[]): number[] {
    const slotClass = (place: number): number => Math.floor((this.#idOf(place) % slots) / slotsOfClass);
    const order = (place: number): number => this.#collection.documents[Math.floor(place / 8)]?.order ?? 0;
    const named = byWeight(
      all.filter((place) => (place & fields.name) !== 0),
      (place) => slotClass(place) * 2 ** 32 + order(place),
    ).slice(0, longest.list / 4);
    const chosen = new Set(named);
    const others = byWeight(
      all.filter((place) => !chosen.has(place)),
      (place) => (slotClass(place) < 4 ? 0 : 2 ** 32) + order(place),
    );
    return [...named, ...others];
  }

  #list(places: readonly number[], total: number): SearchList {
    let before = 0;
    let codes = '';
    const gaps = places
      .toSorted((a, b) => this.#idOf(a) - this.#idOf(b))
      .map((place) => {
        const gap = this.#idOf(place) - before;
        before += gap;
        codes += codeOf(place % 8, this.#collection.documents[Math.floor(place / 8)]?.record[5] ?? 0);
        return gap;
      });
    return [total, gaps, codes];
  }
}
