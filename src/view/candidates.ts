import { limits } from '../model/limits.ts';
import type { Vectors } from './vectors.ts';

/** The places of the tools that have each word in their name, from first to last: those of a word from one start to the next. */
interface Postings {
  starts: Int32Array;
  places: Int32Array;
}

/** The postings of these vectors. A word that more than `limits.similarCandidates` names have has none. */
function postingsOf({ words, starts, middles, rarities }: Vectors): Postings {
  const eachName = (see: (word: number, place: number) => void): void => {
    for (let place = 0; place < middles.length; place += 1)
      for (let at = starts[place] ?? 0; at < (middles[place] ?? 0); at += 1) see(words[at] ?? 0, place);
  };
  const left = new Int32Array(rarities.length);
  eachName((word) => {
    left[word] = (left[word] ?? 0) + 1;
  });
  const firsts = new Int32Array(rarities.length + 1);
  for (const [word, names] of left.entries()) {
    if (names > limits.similarCandidates) left[word] = 0;
    firsts[word + 1] = (firsts[word] ?? 0) + (left[word] ?? 0);
  }
  const places = new Int32Array(firsts.at(-1) ?? 0);
  eachName((word, place) => {
    const its = left[word] ?? 0;
    if (its === 0) return;
    places[(firsts[word + 1] ?? 0) - its] = place;
    left[word] = its - 1;
  });
  return { starts: firsts, places };
}

/**
 * The words of a tool's name by which others are looked for, the rarest first: those that have postings, and no more than
 * `limits.similarWords`, so that the work for one tool is bounded.
 */
function soughtWords({ words, starts, middles, rarities }: Vectors, { starts: firsts }: Postings) {
  return (place: number): number[] =>
    Array.from(words.subarray(starts[place], middles[place]))
      .filter((word) => firsts[word] !== firsts[word + 1])
      .sort((a, b) => (rarities[b] ?? 0) - (rarities[a] ?? 0))
      .slice(0, limits.similarWords);
}

/** What tools have in common with a name: for each the sum of the rarities of the words it has, and the tools that have any, in the order in which they were met. */
interface Common {
  sums: Int32Array;
  met: Int32Array;
  /** Sums up the words, the rarest first. Returns how many tools were met. Of those that are never among the `most` best some are left out. */
  sum: (words: readonly number[]) => number;
}

function commonOf({ middles, rarities }: Vectors, { starts, places }: Postings, most: number): Common {
  const sums = new Int32Array(middles.length);
  const met = new Int32Array(limits.similarWords * limits.similarCandidates);
  const add = (word: number, before: number, isOpen: boolean): number => {
    const rarity = rarities[word] ?? 0;
    const end = starts[word + 1] ?? 0;
    let size = before;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const place = places[at] ?? 0;
      const sum = sums[place] ?? 0;
      if (sum === 0 && !isOpen) continue;
      if (sum === 0) met[size++] = place;
      sums[place] = (sum + rarity) | 0;
    }
    return size;
  };
  const sum: Common['sum'] = (words) => {
    let left = words.reduce((all, word) => all + (rarities[word] ?? 0), 0);
    let isOpen = true;
    let size = 0;
    for (const word of words) {
      const rarity = rarities[word] ?? 0;
      size = add(word, size, isOpen);
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
 * whose rarest word in common is rarer come first, then the ones that stand first.
 */
export function candidates(vectors: Vectors, most: number): (place: number) => number[] {
  const postings = postingsOf(vectors);
  const sought = soughtWords(vectors, postings);
  const { sums, met, sum } = commonOf(vectors, postings, most);
  const largest = vectors.rarities.reduce((a, b) => Math.max(a, b), 0) * limits.similarWords;
  // How many tools have each sum.
  const having = new Int32Array(largest + 1);
  return (of) => {
    const words = sought(of);
    const size = sum(words);
    const all = sums[of] ?? 0;
    having.fill(0, 0, all + 1);
    for (let at = 0; at < size; at += 1) {
      const its = sums[met[at] ?? 0] ?? 0;
      having[its] = (having[its] ?? 0) + 1;
    }
    const { least, equal } = cutAt(having, all, most);
    let left = equal;
    const found: number[] = [];
    for (let at = 0; at < size; at += 1) {
      const place = met[at] ?? 0;
      const its = sums[place] ?? 0;
      sums[place] = 0;
      if (its > least || (its === least && left-- > 0)) found.push(place);
    }
    return found;
  };
}
