/** The words of one tool page, in the order of the page. */
export interface MeasuredPage {
  path: string;
  server: string;
  category: string;
  words: readonly string[];
}

/** What of a page counts as standing on another one: words in runs of so many or more, or sequences of so many words. */
export type Measure = { of: 'words in runs' | 'sequences'; length: number };

/** The other pages that a page is held against: the one that shares most, that of another server, or the one in the middle. */
export type Against = 'nearest' | 'nearest elsewhere' | 'typical';

/** Shares from 0 to 1, one for each page that has another one to be held against. */
export type Shares = Readonly<Record<Against, number[]>>;

/** The words of a text as a reader counts them: an identifier, a version or a hyphenated word is one. */
export function wordsRead(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'_./-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A text without the names that stand in for each other from page to page, the longer ones first. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ' '), text);
}

const sequences = (words: readonly string[], length: number): string[] =>
  words.slice(length - 1).map((_, place) => words.slice(place, place + length).join(' '));

/** How many words stand in a sequence that the other page has too. */
function covered(its: readonly string[], other: ReadonlySet<string>, length: number): number {
  let [count, until] = [0, 0];
  for (const [place, text] of its.entries()) {
    if (!other.has(text)) continue;
    count += place + length - Math.max(place, until);
    until = place + length;
  }
  return count;
}

/** Which pages have each sequence. */
function postingsOf(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [page, its] of sets.entries()) {
    for (const text of its) {
      const found = postings.get(text);
      if (found === undefined) postings.set(text, [page]);
      else found.push(page);
    }
  }
  return postings;
}

/** The middle of some values; the mean of both where there are two, and 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** The other pages, those first that have most in common with this one. */
function byNearness(common: Uint32Array, page: number): number[] {
  const keys = Float64Array.from(
    common,
    (number, other) => number * common.length + common.length - 1 - other,
  );
  return Array.from(keys.sort().reverse(), (key) => common.length - 1 - (key % common.length)).filter(
    (other) => other !== page,
  );
}

function sharesWithin(pages: readonly MeasuredPage[], { of, length }: Measure, shares: Shares): void {
  const its = pages.map(({ words }) => sequences(words, length));
  const sets = its.map((all) => new Set(all));
  const postings = postingsOf(sets);
  for (const [page, { words, server }] of pages.entries()) {
    const common = new Uint32Array(pages.length);
    for (const text of sets[page] ?? [])
      for (const other of postings.get(text) ?? []) common[other] = (common[other] ?? 0) + 1;
    const share = (other: number): number => {
      const own = its[page] ?? [];
      const theirs = sets[other] ?? new Set();
      if (of === 'words in runs') return covered(own, theirs, length) / Math.max(1, words.length);
      return own.filter((text) => theirs.has(text)).length / Math.max(1, own.length);
    };
    const others = byNearness(common, page);
    const middle = others[Math.floor(others.length / 2)];
    const [nearest] = others;
    const elsewhere = others.find((other) => pages[other]?.server !== server);
    if (nearest !== undefined) shares.nearest.push(share(nearest));
    if (elsewhere !== undefined) shares['nearest elsewhere'].push(share(elsewhere));
    if (middle !== undefined) shares.typical.push(share(middle));
  }
}

/** How much of each page stands on another page of its category too. Order does not matter. */
export function sharesOf(pages: readonly MeasuredPage[], measure: Measure): Shares {
  const shares: Shares = { nearest: [], 'nearest elsewhere': [], typical: [] };
  for (const some of Map.groupBy(pages, ({ category }) => category).values())
    sharesWithin(some, measure, shares);
  return shares;
}
