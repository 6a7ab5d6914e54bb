import type { Meaning } from './meanings.ts';
import { readIds } from './postings.ts';
import type { SearchReader } from './reader.ts';

/** Parts that are loaded for one query, where all are full, and so words that are followed. */
const most = 5;

/** Documents that are not worth a whole list: all of them are among the results. */
const few = 3;

/** In how many parts of at most about `part` documents the whole of a list is kept: a power of 2. */
export function partsOf(total: number, part: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(total / part)));
}

/** The key of one part; it holds the documents whose order, modulo the number of parts, is its number. */
export const partKey = (term: string, part: number): string => `${term} ${part}`;

/** Documents that have all of these words, by bits. */
export interface Common {
  has: number;
  ids: number[];
}

/** One in so many documents, by their own order, and how large parts are. */
interface Share {
  of: number;
  part: number;
}

/** The parts in which a share of all documents lies, of a list with so many. */
function partsFor(total: number, { of, part }: Share): number[] {
  const parts = partsOf(total, part);
  return Array.from({ length: Math.max(1, parts / of) }, (_, place) => place * of);
}

/** Documents that have to be loaded to know which ones of a share have these words. */
function costOf(meanings: readonly Meaning[], share: Share): number {
  const costs = meanings
    .filter(({ postings }) => postings.isCut)
    .map(({ postings: { total } }) => (total * partsFor(total, share).length) / partsOf(total, share.part));
  return costs.reduce((sum, cost) => sum + cost, 0);
}

const isKnown = (meanings: readonly Meaning[]): boolean => meanings.every(({ postings }) => !postings.isCut);
const listed = (meanings: readonly Meaning[]): number[] =>
  meanings.flatMap(({ postings }) => postings.entries.map(({ id }) => id));

/** The documents of a share that have one of these words; of a list that is not cut, all. */
async function wholeOf(reader: SearchReader, meanings: readonly Meaning[], share: Share): Promise<number[]> {
  const parts = meanings
    .filter(({ postings }) => postings.isCut)
    .flatMap(({ term, postings: { total } }) =>
      partsFor(total, share).map((part) => reader.whole(partKey(term, part))),
    );
  const read = (await Promise.all(parts)).flatMap((ids) => (ids === null ? [] : readIds(...ids)));
  return [...listed(meanings.filter(({ postings }) => !postings.isCut)), ...read];
}

/** What all of these have. */
function inAll(lists: readonly (readonly number[])[]): number[] {
  const [fewest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  const sets = others.map((ids) => new Set(ids));
  return [...new Set(fewest)].filter((id) => sets.every((ids) => ids.has(id)));
}

/**
 * Documents that have all words, or the rarest of too many: all there are, or where too many would have to be loaded, those
 * among every second, fourth, eighth … document of the catalogue. None, and nothing is loaded, when only a few can have them:
 * these are shown anyway.
 */
export async function commonOf(
  reader: SearchReader,
  words: readonly (readonly Meaning[])[],
): Promise<Common> {
  const totalOf = (meanings: readonly Meaning[]): number =>
    meanings.reduce((sum, { postings: { total } }) => sum + total, 0);
  const rarest = [...words.entries()].sort(([, a], [, b]) => totalOf(a) - totalOf(b)).slice(0, most);
  const chosen = rarest.map(([, meanings]) => meanings);
  const known = chosen.filter(isKnown);
  if (known.length > 0 && inAll(known.map(listed)).length <= few) return { has: 0, ids: [] };
  const { part, documents } = reader.root;
  const share: Share = { of: 1, part };
  while (share.of < documents && costOf(chosen.flat(), share) > most * part) share.of *= 2;
  return {
    has: rarest.reduce((sum, [word]) => sum | (1 << word), 0),
    ids: inAll(await Promise.all(chosen.map((meanings) => wholeOf(reader, meanings, share)))),
  };
}
