import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';

/** A list with an address of its own. Its count is the number of its entries and nothing else. */
export interface EntryList<Entry> {
  path: string;
  title: string;
  entries: readonly Entry[];
}

/** A way to another page of the same list. Null where pages are left out. */
export type PageLink = { number: number; path: string; isHere: boolean } | null;

/** One page of a list: what stands on it, and the way to the others. */
export interface ListPage<Entry> {
  path: string;
  number: number;
  entries: readonly Entry[];
  /** Places of the first and the last entry on this page in the whole list, from 1; both 0 when it is empty. */
  first: number;
  last: number;
  total: number;
  previous: string | null;
  next: string | null;
  /** Empty when there is only one page. */
  links: PageLink[];
}

/** How many pages a list has. An empty one has one page, which says so. */
export function pagesOf(list: EntryList<unknown>, rows: number = limits.listRows): number {
  return Math.max(1, Math.ceil(list.entries.length / rows));
}

/** The first, the last and the pages next to this one; one null for each gap. */
function linksOf(path: string, number: number, pages: number): PageLink[] {
  if (pages === 1) return [];
  const shown = [1, number - 1, number, number + 1, pages].filter((page) => page >= 1 && page <= pages);
  const unique = [...new Set(shown)].sort((a, b) => a - b);
  return unique.flatMap((page, index) => {
    const link = { number: page, path: paths.listPage(path, page), isHere: page === number };
    return page - (unique[index - 1] ?? 0) > 1 ? [null, link] : [link];
  });
}

/** The page of a list with that number, from 1. */
export function listPage<Entry>(
  list: EntryList<Entry>,
  number: number,
  rows: number = limits.listRows,
): ListPage<Entry> {
  const pages = pagesOf(list, rows);
  const entries = list.entries.slice((number - 1) * rows, number * rows);
  return {
    path: paths.listPage(list.path, number),
    number,
    entries,
    first: entries.length === 0 ? 0 : (number - 1) * rows + 1,
    last: (number - 1) * rows + entries.length,
    total: list.entries.length,
    previous: number > 1 ? paths.listPage(list.path, number - 1) : null,
    next: number < pages ? paths.listPage(list.path, number + 1) : null,
    links: linksOf(list.path, number, pages),
  };
}
