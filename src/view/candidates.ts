import { limits } from '../model/limits.ts';
import type { Vectors } from './vectors.ts';

/** The places of the tools that have each word in their name, from first to last: those of a word from one start to the next. */
export interface Postings {
  starts: Int32Array;
  places: Int32Array;
}

/** Finds the postings of these vectors. */
export function postingsOf({ words, starts, middles, rarities }: Vectors): Postings {
  const eachName = (see: (word: number, place: number) => void): void => {
    for (let place = 0; place < middles.length; place += 1)
      for (let at = starts[place] ?? 0; at < (middles[place] ?? 0); at += 1) see(words[at] ?? 0, place);
  };
  const ends = new Int32Array(rarities.length + 1);
  eachName((word) => {
    ends[word + 1] = (ends[word + 1] ?? 0) + 1;
  });
  for (let word = 0; word < rarities.length; word += 1)
    ends[word + 1] = (ends[word + 1] ?? 0) + (ends[word] ?? 0);
  const places = new Int32Array(ends.at(-1) ?? 0);
  const next = ends.slice();
  eachName((word, place) => {
    const at = next[word] ?? 0;
    places[at] = place;
    next[word] = at + 1;
  });
  return { starts: ends, places };
}

/** The first of these numbers, which stand in order from `start` to `end`, that is not below a bound; the first of all where none is. */
function firstFrom(numbers: Int32Array, [start, end]: readonly [number, number], bound: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low === end ? start : low;
}

/** The words of a tool's name by which others are looked for, the rarest first, and no more than `limits.similarWords`. */
function soughtWords({ words, starts, middles, rarities }: Vectors, place: number): number[] {
  const its: number[] = [];
  for (let at = starts[place] ?? 0; at < (middles[place] ?? 0); at += 1) its.push(words[at] ?? 0);
  return its.sort((a, b) => (rarities[b] ?? 0) - (rarities[a] ?? 0)).slice(0, limits.similarWords);
}

/** What tools have in common with a name: for each the sum of the rarities of the words it has, and the tools that have any, in the order in which they were met. */
interface Common {
  sums: Uint16Array;
  met: Int32Array;
  /**
   * Sums up the words, the rarest first. Of the tools that have one, the `limits.similarCandidates` that come first from a place on, in a
   * circle, are met. Returns how many were. Of those that are never among the `most` best some are left out.
   */
  sum: (words: readonly number[], from: number) => number;
}

function commonOf({ middles, rarities }: Vectors, { starts, places }: Postings, most: number): Common {
  const sums = new Uint16Array(middles.length);
  const met = new Int32Array(limits.similarWords * limits.similarCandidates);
  const add = (word: number, from: number, before: number, isOpen: boolean): number => {
    const rarity = rarities[word] ?? 0;
    const [start, end] = [starts[word] ?? 0, starts[word + 1] ?? 0];
    let size = before;
    let at = firstFrom(places, [start, end], from);
    for (let left = Math.min(end - start, limits.similarCandidates); left > 0; left -= 1) {
      const place = places[at] ?? 0;
      at = at + 1 === end ? start : at + 1;
      const sum = sums[place] ?? 0;
      if (sum > 0) sums[place] = sum + rarity;
      else if (isOpen) {
        met[size++] = place;
        sums[place] = rarity;
      }
    }
    return size;
  };
  const sum: Common['sum'] = (words, from) => {
    let left = words.reduce((all, word) => all + (rarities[word] ?? 0), 0);
    let isOpen = true;
    let size = 0;
    for (const word of words) {
      const rarity = rarities[word] ?? 0;
      size = add(word, from, size, isOpen);
      left -= rarity;
      // Everybody met has at least this word's rarity, so who has only what is left comes after all of them.
      if (size >= most && left < rarity) isOpen = false;
    }
    return size;
  };
  return { sums, met, sum };
}

/** Where sums from the largest down are cut to so many: the least of them, and how many of those that are just that. */
function cutAt(having: Int32Array, largest: number, most: number): { least: number; equal: number } {
  let least = largest;
  let left = most;
  while (least > 0 && left > (having[least] ?? 0)) {
    left -= having[least] ?? 0;
    least -= 1;
  }
  return { least, equal: left };
}

/**
 * Finds the `most` tools whose names have most in common with the name of one, which is among them. Of those that have as much, the ones
 * whose rarest word in common is rarer come first, then the ones that come first from a place on, in a circle.
 */
export function candidates(
  vectors: Vectors,
  postings: Postings,
  most: number,
): (of: number, from: number) => Int32Array {
  const { sums, met, sum } = commonOf(vectors, postings, most);
  const largest = vectors.rarities.reduce((a, b) => Math.max(a, b), 0) * limits.similarWords;
  // How many tools have each sum.
  const having = new Int32Array(largest + 1);
  const found = new Int32Array(most);
  return (of, from) => {
    const words = soughtWords(vectors, of);
    const size = sum(words, from);
    const all = words.reduce((sum, word) => sum + (vectors.rarities[word] ?? 0), 0);
    having.fill(0, 0, all + 1);
    for (let at = 0; at < size; at += 1) {
      const its = sums[met[at] ?? 0] ?? 0;
      having[its] = (having[its] ?? 0) + 1;
    }
    const { least, equal } = cutAt(having, all, most);
    let left = equal;
    let end = 0;
    for (let at = 0; at < size; at += 1) {
      const place = met[at] ?? 0;
      const its = sums[place] ?? 0;
      sums[place] = 0;
      if (its > least || (its === least && left-- > 0)) found[end++] = place;
    }
    return found.subarray(0, end);
  };
}
