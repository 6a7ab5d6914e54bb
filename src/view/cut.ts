/** How many entries the pages of a list may have. Only a list that has fewer at all has a page with fewer. */
export interface PageSizes {
  least: number;
  /** At least twice as many. */
  most: number;
}

/** The place of the smallest of some hashes, the first of equals. */
function smallest(hashes: Uint32Array, from: number, to: number): number {
  let found = from;
  for (let place = from + 1; place < to; place += 1)
    if ((hashes[place] ?? 0) < (hashes[found] ?? 0)) found = place;
  return found;
}

/** Whether no hash within fewer than `least` places is smaller, nor equal before it. */
function stands(hashes: Uint32Array, place: number, least: number): boolean {
  const own = hashes[place] ?? 0;
  for (let near = 1; near < least; near += 1)
    if ((hashes[place - near] ?? 0) <= own || (hashes[place + near] ?? 0) < own) return false;
  return true;
}

/** Where the pages of a stretch begin that is longer than one may be, besides its own beginning. */
function divided(hashes: Uint32Array, from: number, to: number, { least, most }: PageSizes): number[] {
  const found: number[] = [];
  for (let start = from; to - start > most;) {
    start = smallest(hashes, start + least, Math.min(start + most, to - least) + 1);
    found.push(start);
  }
  return found;
}

/**
 * The places at which the pages of a list begin, from the hashes of the ids of its entries. An entry begins a page when the hash of its id is the
 * smallest around, so that an entry that comes or goes moves no beginning farther away than a page is long; and where none is for long,
 * a page that would be too long ends at the smallest in reach. With ids as they come a page has about 1.8 times the least.
 */
export function beginnings(hashes: Uint32Array, sizes: PageSizes): number[] {
  const { length } = hashes;
  if (length <= sizes.most) return [0];
  const found = [0];
  for (let place = sizes.least; place <= length - sizes.least; place += 1)
    if (stands(hashes, place, sizes.least)) found.push(place);
  return found.flatMap((from, index) => [from, ...divided(hashes, from, found[index + 1] ?? length, sizes)]);
}
