import type { SearchList } from '../model/search.ts';
import { readCode } from './codes.ts';

/** A document that has a word: where, and its rating. */
export interface Posting {
  id: number;
  where: number;
  rating: number;
}

/** A list as it is worked with. */
export interface Postings {
  /** How many documents have the word. */
  total: number;
  entries: readonly Posting[];
  /** Whether the best of them are all that is known. */
  isCut: boolean;
}

export function postingsOf([total, gaps, codes]: SearchList): Postings {
  let id = 0;
  const entries = gaps.map((gap, place): Posting => {
    id += gap;
    return { id, ...readCode(codes, place) };
  });
  return { total, entries, isCut: total > entries.length };
}

/** A list with its continuation. */
export function joined(list: Postings, more: Postings): Postings {
  const entries = [...list.entries, ...more.entries];
  return { total: list.total, entries, isCut: list.total > entries.length };
}
