import type { SearchList } from '../model/search.ts';
import { slots } from './address.ts';
import { type About, readCode } from './codes.ts';
import { readDigits } from './digits.ts';

/** A document that has a word: where, and what else its code says. */
export interface Posting extends About {
  id: number;
  where: number;
}

/** A list as it is worked with. */
export interface Postings {
  /** How many documents have the word. */
  total: number;
  entries: readonly Posting[];
  /** Whether the best of them are all that is known. */
  isCut: boolean;
}

/** The ids of documents in order. */
export function readIds(buckets: string, places: string): number[] {
  const slot = readDigits(places);
  let bucket = 0;
  return readDigits(buckets).map((gap, place) => {
    bucket += gap;
    return bucket * slots + (slot[place] ?? 0);
  });
}

export function postingsOf([total, buckets, places, codes]: SearchList): Postings {
  const entries = readIds(buckets, places).map((id, place): Posting => ({ id, ...readCode(codes, place) }));
  return { total, entries, isCut: total > entries.length };
}
