import { closeSync, openSync, writeSync } from 'node:fs';
import { bytesOfNumber, type TakeRecord, writeNumber } from '../bulk/sqlite-records.ts';

/** Bytes of a page. Most schemas fit into one; with pages of 4,096, all of it takes a third longer. */
export const pageBytes = 16_384;

/** The page in which SQLite locks a file, which holds nothing. */
const lockPage = 2 ** 30 / pageBytes + 1;

/** The number of the page that follows one. */
export const pageAfter = (page: number): number => (page + 1 === lockPage ? page + 2 : page + 1);

/** Bytes of a record that stand on its own page when not all of them do: so many at least, so many at most (“overflow” of the format). */
const least = Math.floor(((pageBytes - 12) * 32) / 255) - 23;
const most = pageBytes - 35;

/** Bytes of a record that stand on the page of its row. */
function bytesOnPage(bytes: number): number {
  if (bytes <= most) return bytes;
  const some = least + ((bytes - least) % (pageBytes - 4));
  return some <= most ? some : least;
}

/** Pages below one that has none of the rows: as many as always fit. */
const pagesBelow = 1_000;

/** A page of a tree of rows, which fills from both ends. */
interface Page {
  bytes: Buffer;
  cells: number;
  /** Where the last cell begins. */
  start: number;
}

/** A written page of a tree and the last row in it or below it. */
interface Child {
  page: number;
  row: number;
}

const emptyPage = (): Page => ({ bytes: Buffer.alloc(pageBytes), cells: 0, start: pageBytes });

/** Makes room for a cell of so many bytes, behind a head of so many. Returns where it begins; null: there is no room. */
function placeFor(page: Page, head: number, bytes: number): number | null {
  const start = page.start - bytes;
  if (start < head + 2 * (page.cells + 1)) return null;
  page.bytes.writeUInt16BE(start, head + 2 * page.cells);
  [page.cells, page.start] = [page.cells + 1, start];
  return start;
}

const heads = { rows: 8, pages: 12 } as const;

/** Writes the head of a page: what it is, how many cells it has, and where they begin. */
function closePage({ bytes, cells, start }: Page, kind: keyof typeof heads): Buffer {
  bytes[0] = kind === 'rows' ? 13 : 5;
  bytes.writeUInt16BE(cells, 3);
  bytes.writeUInt16BE(start, 5);
  return bytes;
}

/** A page that leads to these. */
function pageOver(children: readonly Child[]): Buffer {
  const page = emptyPage();
  for (const { page: number, row } of children.slice(0, -1)) {
    const at = placeFor(page, heads.pages, 4 + bytesOfNumber(row)) ?? 0;
    writeNumber(page.bytes, row, page.bytes.writeUInt32BE(number, at));
  }
  page.bytes.writeUInt32BE(children.at(-1)?.page ?? 0, 8);
  return closePage(page, 'pages');
}

/** These in groups that one page can lead to, of at least two each. */
function grouped(children: readonly Child[]): Child[][] {
  const groups = Math.ceil(children.length / pagesBelow);
  return Array.from({ length: groups }, (_, group) =>
    children.slice(
      Math.floor((group * children.length) / groups),
      Math.floor(((group + 1) * children.length) / groups),
    ),
  );
}

/** Takes the rows of one table, in their order. */
export interface Rows {
  add: TakeRecord;
}

/** The pages that are written behind the last one of a SQLite file. */
interface Pages {
  append: (page: Buffer) => number;
  put: (number: number, page: Buffer) => void;
}

/** Writes what does not fit on the page of its row. Returns the number of the first page of it. */
function putOverflow(pages: Pages, rest: Buffer): number {
  let next = 0;
  const size = pageBytes - 4;
  for (let at = Math.floor((rest.length - 1) / size) * size; at >= 0; at -= size) {
    const page = Buffer.alloc(pageBytes);
    rest.copy(page, page.writeUInt32BE(next), at, at + size);
    next = pages.append(page);
  }
  return next;
}

/** The tree of one table. */
function tree(root: number, pages: Pages): Rows & { finish: () => void } {
  const page = emptyPage();
  let [row, children] = [0, [] as Child[]];
  const placeOf = (bytes: number): number => {
    const place = placeFor(page, heads.rows, bytes);
    if (place !== null) return place;
    children.push({ page: pages.append(closePage(page, 'rows')), row });
    page.bytes.fill(0);
    [page.cells, page.start] = [0, pageBytes];
    return placeOf(bytes);
  };
  return {
    add(bytes, start, end) {
      const length = end - start;
      const here = bytesOnPage(length);
      const isCut = here < length;
      const rest = isCut ? putOverflow(pages, bytes.subarray(start + here, end)) : 0;
      const place = placeOf(bytesOfNumber(length) + bytesOfNumber(row + 1) + here + (isCut ? 4 : 0));
      row += 1;
      const at = writeNumber(page.bytes, row, writeNumber(page.bytes, length, place));
      bytes.copy(page.bytes, at, start, start + here);
      if (isCut) page.bytes.writeUInt32BE(rest, at + here);
    },
    finish() {
      if (children.length === 0) {
        pages.put(root, closePage(page, 'rows'));
        return;
      }
      children.push({ page: pages.append(closePage(page, 'rows')), row });
      while (children.length > pagesBelow)
        children = grouped(children).map((its) => ({
          page: pages.append(pageOver(its)),
          row: its.at(-1)?.row ?? 0,
        }));
      pages.put(root, pageOver(children));
    },
  };
}

/**
 * Fills the empty tables of a SQLite file with rows, whose numbers count from 1: the pages of their trees follow those that are there,
 * as the format of SQLite's files says (https://www.sqlite.org/fileformat2.html). It takes the time of copying; SQLite itself
 * takes rows cell by cell. Indexes stay as they are, so that those that stood before have to be made anew. `roots` has the page of each
 * table, `last` the number of pages.
 */
export function fillTables<Key>(
  file: string,
  roots: ReadonlyMap<Key, number>,
  last: number,
): { rowsOf: (table: Key) => Rows | undefined; finish: () => void } {
  const descriptor = openSync(file, 'r+');
  let end = last;
  const pages: Pages = {
    append(page) {
      end = pageAfter(end);
      pages.put(end, page);
      return end;
    },
    put(number, page) {
      writeSync(descriptor, page, 0, pageBytes, (number - 1) * pageBytes);
    },
  };
  const all = new Map([...roots].map(([table, root]) => [table, tree(root, pages)]));
  return {
    rowsOf: (table) => all.get(table),
    finish() {
      for (const rows of all.values()) rows.finish();
      const count = Buffer.alloc(4);
      count.writeUInt32BE(end);
      writeSync(descriptor, count, 0, 4, 28);
      closeSync(descriptor);
    },
  };
}
