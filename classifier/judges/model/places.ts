/** How many rows of weights features share, as a power of two: few of the 27,000 in use meet another. */
export const rowBits = 18;

/**
 * At which place each of some rows stands among them: for each 32 rows there could be a bit each, and beside these how many
 * rows come before.
 */
export type Places = Int32Array;

/** How many bits of 32 are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The places of some rows, each below 2^bits, in any order. */
export function placesOf(rows: Iterable<number>, bits = rowBits): Places {
  const places = new Int32Array((2 * 2 ** bits) / 32);
  for (const row of rows) places[2 * (row >>> 5)] = (places[2 * (row >>> 5)] ?? 0) | (1 << (row & 31));
  for (let at = 2; at < places.length; at += 2)
    places[at + 1] = (places[at - 1] ?? 0) + ones(places[at - 2] ?? 0);
  return places;
}

/** The place of a row, from 0 in ascending order; -1 when it is none of them. */
export function placeOf(places: Places, row: number): number {
  const at = 2 * (row >>> 5);
  const near = places[at] ?? 0;
  const bit = 1 << (row & 31);
  return (near & bit) === 0 ? -1 : (places[at + 1] ?? 0) + ones(near & (bit - 1));
}
