import type { Meaning } from './meanings.ts';
import { readIds } from './postings.ts';
import type { SearchReader } from './reader.ts';

/** Words that are followed, and how many full parts what is read for them may come to, their lists included. */
const most = { words: 5, parts: 8 } as const;

/** An entry of a list takes as many bytes as so many documents of a part, because it says more. */
const listed = 2;

/** Shares of the buckets that are tried: a power of 2, as the numbers of parts are. */
const steps = 64;

/** Documents that are not worth a whole list: all of them are among the results. */
const few = 3;

/** In how many parts of at most about `part` documents the whole of a list is kept: a power of 2. */
export function partsOf(total: number, part: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(total / part)));
}

/** The key of one part. */
export const partKey = (term: string, part: number): string => `${term} ${part}`;

/** Documents that have all of these words, by bits. */
export interface Common {
  has: number;
  ids: number[];
}

/** Parts of a list with so many documents that lie in a share of all buckets, from the first one on. */
const partsFor = (total: number, share: number, part: number): number =>
  Math.ceil(partsOf(total, part) * share);

/** Documents that have to be loaded to know which ones of a share have these words. */
function costOf(meanings: readonly Meaning[], share: number, part: number): number {
  const costs = meanings
    .filter(({ postings }) => postings.isCut)
    .map(({ postings: { total } }) => (total * partsFor(total, share, part)) / partsOf(total, part));
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** The largest share of all buckets, in equal steps, for which no more than what is `left` has to be loaded; else the smallest. */
function shareFor(meanings: readonly Meaning[], left: number, part: number): number {
  let step = steps;
  while (step > 1 && costOf(meanings, step / steps, part) > left) step -= 1;
  return step / steps;
}

const isKnown = (meanings: readonly Meaning[]): boolean => meanings.every(({ postings }) => !postings.isCut);
const idsIn = (meanings: readonly Meaning[]): number[] =>
  meanings.flatMap(({ postings }) => postings.entries.map(({ id }) => id));

/** The documents of a share that have one of these words; of a list that is not cut, all. */
async function wholeOf(reader: SearchReader, meanings: readonly Meaning[], share: number): Promise<number[]> {
  const parts = meanings
    .filter(({ postings }) => postings.isCut)
    .flatMap(({ term, postings: { total } }) =>
      Array.from({ length: partsFor(total, share, reader.root.part) }, (_, part) =>
        reader.whole(partKey(term, part)),
      ),
    );
  const read = (await Promise.all(parts)).flatMap((ids) => (ids === null ? [] : readIds(...ids)));
  return [...idsIn(meanings.filter(({ postings }) => !postings.isCut)), ...read];
}

/** What all of these have. */
function inAll(lists: readonly (readonly number[])[]): number[] {
  const [fewest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  const sets = others.map((ids) => new Set(ids));
  return [...new Set(fewest)].filter((id) => sets.every((ids) => ids.has(id)));
}

/**
 * Documents that have all words, or the rarest of too many: all there are, or where too many would have to be loaded, those in
 * the first of all buckets, which are a share of all names. None, and nothing is loaded, when only a few can have them: these
 * are shown anyway.
 */
export async function commonOf(
  reader: SearchReader,
  words: readonly (readonly Meaning[])[],
): Promise<Common> {
  const totalOf = (meanings: readonly Meaning[]): number =>
    meanings.reduce((sum, { postings: { total } }) => sum + total, 0);
  const rarest = [...words.entries()].sort(([, a], [, b]) => totalOf(a) - totalOf(b)).slice(0, most.words);
  const chosen = rarest.map(([, meanings]) => meanings);
  const known = chosen.filter(isKnown);
  if (known.length > 0 && inAll(known.map(idsIn)).length <= few) return { has: 0, ids: [] };
  const { part } = reader.root;
  const share = shareFor(chosen.flat(), most.parts * part - listed * idsIn(words.flat()).length, part);
  return {
    has: rarest.reduce((sum, [word]) => sum | (1 << word), 0),
    ids: inAll(await Promise.all(chosen.map((meanings) => wholeOf(reader, meanings, share)))),
  };
}
