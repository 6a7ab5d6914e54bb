/** How many rows of weights features share, as a power of two: few of the 27,000 in use meet another. */
export const rowBits = 18;

/** At which place each of some rows stands among them: a bit for each row there could be, and how many rows come before each 32. */
export interface Places {
  bits: Int32Array;
  before: Int32Array;
}

/** How many bits of 32 are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The places of some rows, each below 2^18, in any order. */
export function placesOf(rows: Iterable<number>): Places {
  const bits = new Int32Array(2 ** rowBits / 32);
  const before = new Int32Array(bits.length);
  for (const row of rows) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  for (let at = 1; at < bits.length; at += 1) before[at] = (before[at - 1] ?? 0) + ones(bits[at - 1] ?? 0);
  return { bits, before };
}

/** The place of a row, from 0 in ascending order; -1 when it is none of them. */
export function placeOf({ bits, before }: Places, row: number): number {
  const near = bits[row >>> 5] ?? 0;
  const bit = 1 << (row & 31);
  return (near & bit) === 0 ? -1 : (before[row >>> 5] ?? 0) + ones(near & (bit - 1));
}
