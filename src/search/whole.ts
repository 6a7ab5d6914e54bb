import type { Meaning } from './meanings.ts';
import { readIds } from './postings.ts';
import type { SearchReader } from './reader.ts';

/** Parts that are loaded for one query, where all are full. */
const most = 5;

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

async function idsOf(
  reader: SearchReader,
  { term, postings: { total, entries, isCut } }: Meaning,
  share: Share,
): Promise<number[]> {
  if (!isCut) return entries.map(({ id }) => id);
  const parts = await Promise.all(partsFor(total, share).map((part) => reader.whole(partKey(term, part))));
  return parts.flatMap((ids) => (ids === null ? [] : readIds(...ids)));
}

/**
 * Documents that have all words: all there are, or where too many would have to be loaded, those among every second, fourth,
 * eighth … document of the catalogue.
 */
export async function commonOf(
  reader: SearchReader,
  words: readonly (readonly Meaning[])[],
): Promise<Common> {
  const { part, documents } = reader.root;
  const share: Share = { of: 1, part };
  while (share.of < documents && costOf(words.flat(), share) > most * part) share.of *= 2;
  const lists = await Promise.all(
    words.map((meanings) => Promise.all(meanings.map((meaning) => idsOf(reader, meaning, share)))),
  );
  const [fewest, ...others] = lists.map((its) => new Set(its.flat())).sort((a, b) => a.size - b.size);
  return {
    has: (1 << words.length) - 1,
    ids: [...(fewest ?? [])].filter((id) => others.every((ids) => ids.has(id))),
  };
}
