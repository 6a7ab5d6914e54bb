import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import { hash32 } from '../search/address.ts';
import { beginnings, type PageSizes } from './cut.ts';

/** A list with an address of its own. Its count is the number of its entries and nothing else. */
export interface EntryList<Entry> {
  path: string;
  title: string;
  entries: readonly Entry[];
}

/** What the pages of a list say of its entries. */
export interface Marks<Entry> {
  /** What no other entry of the list has, as part of an address. Where pages begin follows from it. `place` counts from 0. */
  idOf(entry: Entry, place: number): string;
  /** The `hash32` of that id, where it is known without working it out. */
  hashOf?(entry: Entry): number | undefined;
  /** What a page that begins or ends with the entry is called after, ready to show. */
  labelOf(entry: Entry): string;
  /** The part of the list in which the entry stands: a letter, a level. */
  partOf(entry: Entry): string;
  /** Where a part begins on its page, as an anchor; none where that is not marked. */
  anchorOf?(part: string): string;
}

/** A list that is cut into pages. */
export interface PagedList<Entry> extends EntryList<Entry> {
  marks: Marks<Entry>;
  /** Where other lists have all of its entries: how many of the first its page on the site shows. */
  rows?: number;
}

/** A way to another page of the same list, and what stands there first. */
export interface PageLink {
  path: string;
  label: string;
}

/** One page of a list: what stands on it, and the way to the others. Only the first one says how many there are, because the others would change with it. */
export interface ListPage<Entry> {
  path: string;
  entries: readonly Entry[];
  /** Entries of the whole list; null past the first page. */
  total: number | null;
  /** What a further page is called, from its first entry to its last; null for the first page. */
  range: string | null;
  previous: PageLink | null;
  next: PageLink | null;
  /** The beginning of the list; null on the first page. */
  start: string | null;
  /** Where each part of the list begins, on the first page of several, or where the parts are marked. */
  parts: PageLink[];
  /** The last page, on the first of several. */
  last: PageLink | null;
}

/** One page of a list, as far as it is known by where the pages begin: the rest is worked out for pages that somebody looks at. */
export interface PageOf<List> {
  list: List;
  /** The places of the list, from 0, at which its pages begin. */
  starts: readonly number[];
  /** Which of them this page is, from 0. */
  number: number;
}

const bounds: PageSizes = { least: limits.pageRowsLeast, most: limits.pageRows };

/** Every page that a list has on the site, in order. An empty list has one page, which says so. */
export function pagesOf<List extends PagedList<unknown>>(list: List, sizes = bounds): PageOf<List>[] {
  return list.rows === undefined ? allPagesOf(list, sizes) : [{ list, starts: [0], number: 0 }];
}

/** The same with all of its entries, also where the site shows the first ones only: these are the first page then. */
export function allPagesOf<List extends PagedList<unknown>>(list: List, sizes = bounds): PageOf<List>[] {
  const { entries, marks, rows = 0 } = list;
  const hashes = new Uint32Array(Math.max(0, entries.length - rows));
  for (let at = 0; at < hashes.length; at += 1) {
    const entry = entries[rows + at];
    hashes[at] = marks.hashOf?.(entry) ?? hash32(marks.idOf(entry, rows + at));
  }
  const cut = beginnings(hashes, sizes).map((start) => rows + start);
  const starts = rows === 0 ? cut : entries.length > rows ? [0, ...cut] : [0];
  return starts.map((_, number) => ({ list, starts, number }));
}

/** The address of a page. */
export function pagePath({ list, starts, number }: PageOf<PagedList<unknown>>): string {
  const start = starts[number] ?? 0;
  return number === 0 ? list.path : paths.listPage(list.path, list.marks.idOf(list.entries[start], start));
}

function linkTo(page: PageOf<PagedList<unknown>>, number: number): PageLink | null {
  const { list, starts } = page;
  const start = starts[number];
  if (start === undefined) return null;
  return { path: pagePath({ ...page, number }), label: list.marks.labelOf(list.entries[start]) };
}

/** From the label of its first entry to that of its last; where these are the same, from id to id, so that no two pages are called alike. */
function rangeOf({ entries, marks }: PagedList<unknown>, from: number, to: number): string {
  const [first, last] = [from, to - 1].map((place) => marks.labelOf(entries[place]));
  if (first !== last) return `${first} to ${last}`;
  return [from, to - 1].map((place) => marks.idOf(entries[place], place)).join(' to ');
}

/** The page on which each part of the list begins. A part stands in one piece, so that only pages with two or more are looked through. */
function partsOf(page: PageOf<PagedList<unknown>>): PageLink[] {
  const { entries, marks } = page.list;
  const found = new Map<string, PageLink>();
  for (const [number, start] of page.starts.entries()) {
    const own = entries.slice(start, page.starts[number + 1]);
    const edges = [own[0], own.at(-1)].map((entry) => marks.partOf(entry));
    const path = pagePath({ ...page, number });
    for (const part of new Set(edges[0] === edges[1] ? edges : own.map((entry) => marks.partOf(entry))))
      if (!found.has(part))
        found.set(part, {
          path: `${path}${marks.anchorOf === undefined ? '' : `#${marks.anchorOf(part)}`}`,
          label: part,
        });
  }
  return [...found.values()];
}

/** What stands on a page, and the way to the others. */
export function listPage<Entry>(page: PageOf<PagedList<Entry>>): ListPage<Entry> {
  const { list, starts, number } = page;
  const isFirst = number === 0;
  const [from, end] = [starts[number] ?? 0, starts[number + 1] ?? (isFirst ? list.rows : undefined)];
  const to = end ?? list.entries.length;
  const isAlone = starts.length === 1;
  return {
    path: pagePath(page),
    entries: list.entries.slice(from, to),
    total: isFirst ? list.entries.length : null,
    range: isFirst ? null : rangeOf(list, from, to),
    previous: linkTo(page, number - 1),
    next: linkTo(page, number + 1),
    start: isFirst ? null : list.path,
    parts: isFirst && !(isAlone && list.marks.anchorOf === undefined) ? partsOf(page) : [],
    last: isFirst && !isAlone ? linkTo(page, starts.length - 1) : null,
  };
}
