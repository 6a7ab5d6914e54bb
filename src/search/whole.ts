import type { Meaning } from './meanings.ts';
import { readIds } from './postings.ts';
import type { SearchReader } from './reader.ts';

/** Documents that one part of a whole list holds at most on average, and how many are loaded for one query. */
const usual = 8_000;
const most = 40_000;

/** In how many parts the whole of a list is kept, by the number of documents: a power of 2. */
export function partsOf(total: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(total / usual)));
}

/** The key of one part; it holds the documents whose order, modulo the number of parts, is its number. */
export const partKey = (term: string, part: number): string => `${term} ${part}`;

/** Documents that have all of these words, by bits. */
export interface Common {
  has: number;
  ids: number[];
}

/** The parts in which one of `share` documents lie. */
function partsFor(total: number, share: number): number[] {
  const parts = partsOf(total);
  return [...Array(Math.max(1, parts / share)).keys()].map((part) => part * share);
}

function costOf(meanings: readonly Meaning[], share: number): number {
  return meanings
    .filter(({ postings }) => postings.isCut)
    .reduce(
      (sum, { postings: { total } }) => sum + (total / partsOf(total)) * partsFor(total, share).length,
      0,
    );
}

async function allOf(
  reader: SearchReader,
  meanings: readonly Meaning[],
  share: number,
): Promise<Set<number>> {
  const ids = await Promise.all(
    meanings.map(async ({ term, postings: { total, entries, isCut } }) => {
      if (!isCut) return entries.map(({ id }) => id);
      const parts = partsFor(total, share).map((part) => reader.whole(partKey(term, part)));
      return (await Promise.all(parts)).flatMap((part) => (part === null ? [] : readIds(...part)));
    }),
  );
  return new Set(ids.flat());
}

/**
 * Documents that have all words: all there are, or where too many would have to be loaded, those among every second, fourth,
 * eighth … document of the catalogue.
 */
export async function commonOf(
  reader: SearchReader,
  words: readonly (readonly Meaning[])[],
): Promise<Common> {
  let share = 1;
  while (costOf(words.flat(), share) > most && share < reader.root.documents) share *= 2;
  const sets = await Promise.all(words.map((meanings) => allOf(reader, meanings, share)));
  const [fewest, ...others] = sets.sort((a, b) => a.size - b.size);
  return {
    has: (1 << words.length) - 1,
    ids: [...(fewest ?? [])].filter((id) => others.every((ids) => ids.has(id))),
  };
}
