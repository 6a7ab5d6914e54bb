import { kindCount } from './kinds.ts';
import type { Word } from './words.ts';

/** How many rows of weights there are, as a power of two: one fact in twelve that was not learned meets one that was. */
export const steeringBits = 20;

/** One of these rows out of two numbers. */
function rowOf(first: number, second: number): number {
  let mixed = Math.imul(first ^ (second << 15) ^ (second >>> 17), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ second, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (2 ** steeringBits - 1);
}

/** Numbers that keep facts of different sorts apart. */
const sorts = { word: 1, follows: 0x10000, together: 0x20000, alone: 0x30000, beginning: 0x40000 };

const ofKinds = (sort: number, first: number, second: number) =>
  rowOf(sort + first * kindCount + second, sort);

/** The rows of facts: a word; how it begins; one word right behind another; and the same of kinds of words, and that they come together or at all. */
export const rows = {
  word: ({ hash }: Word) => rowOf(hash, sorts.word),
  beginning: ({ beginning }: Word) => rowOf(beginning, sorts.beginning),
  neighbours: (before: Word, { hash }: Word) => rowOf(hash, before.hash),
  follows: (before: number, kind: number) => ofKinds(sorts.follows, before, kind),
  together: (one: number, other: number) =>
    ofKinds(sorts.together, Math.min(one, other), Math.max(one, other)),
  alone: (kind: number) => ofKinds(sorts.alone, kind, 0),
};

/** The facts of a text. */
export interface Facts {
  /** All of them, each once. */
  rows: readonly number[];
  /** Those of words, as often as they come. */
  ofWords: readonly number[];
  /** How many there are of kinds of words. */
  ofKinds: number;
}

/** How many facts of a text count: those of kinds, and those of words that are known. What nobody has learned of says nothing, in any language. */
export const countOf = ({ ofWords, ofKinds }: Facts, isKnown: (row: number) => boolean): number =>
  ofWords.filter(isKnown).length + ofKinds;

/** All facts of a text: its words, how they begin, neighbours, kinds of words behind each other, and kinds that come together. */
export function factsOf(words: readonly Word[]): Facts {
  const ofWords: number[] = [];
  const found: number[] = [];
  const kinds = new Set<number>();
  let before: Word | undefined;
  let last: readonly number[] = [];
  for (const word of words) {
    ofWords.push(rows.word(word));
    if (word.beginning !== 0) ofWords.push(rows.beginning(word));
    if (before !== undefined) ofWords.push(rows.neighbours(before, word));
    before = word;
    for (const kind of word.kinds) {
      kinds.add(kind);
      for (const each of last) found.push(rows.follows(each, kind));
    }
    if (word.kinds.length > 0) last = word.kinds;
  }
  const all = [...kinds];
  for (const [place, kind] of all.entries()) {
    found.push(rows.alone(kind));
    for (const other of all.slice(place + 1)) found.push(rows.together(kind, other));
  }
  return { rows: [...new Set([...ofWords, ...found])], ofWords, ofKinds: found.length };
}
