import { createHash } from 'node:crypto';

/** Draws that depend on nothing but the words they were made from: the same ones on every machine. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  number(): number;
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** @throws RangeError when there is nothing to draw from. */
  of<Item>(items: readonly Item[]): Item;
}

/** Mulberry32, seeded with the first four bytes of a SHA-256. */
export function chance(words: string): Chance {
  let state = createHash('sha256').update(words).digest().readUInt32LE(0);
  const number = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(number() * bound);
  return {
    number,
    below,
    happens: (probability) => number() < probability,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError(`There is nothing to draw from for ${words}.`);
      return item;
    },
  };
}
