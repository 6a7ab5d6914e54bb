import type { Category } from '../model/categories.ts';

/** A page as the measure reads it: what a reader sees between the site's header and footer. */
export interface MeasuredPage {
  path: string;
  server: string;
  category: Category;
  text: string;
  /** Names of the tool and of its server in every spelling that the page shows. They are taken out before counting. */
  names: readonly string[];
}

/** How much of a page also stands on one other page. */
export interface Shared {
  path: string;
  /** The page that shares most with it; null when its category has no other. */
  nearest: string | null;
  /** Words of the page, names taken out. */
  words: number;
  /** From 0 to 1: the part of these words that stands in a run of four words or more that `nearest` has too. */
  share: number;
}

/** Whether the nearest page may be of the same server, whose author repeats himself, or must be of another one. */
export type Against = 'any' | 'elsewhere';

/** Words of one run. Three are shared by chance ("of the file"); with five a changed word hides a copied sentence. */
const run = 4;

/** The words of a text as a reader counts them: an identifier, a version or a hyphenated word is one. */
export function wordsRead(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'_./-][\p{L}\p{N}]+)*/gu) ?? [];
}

const withoutNames = ({ text, names }: MeasuredPage): string =>
  names
    .toSorted((a, b) => b.length - a.length)
    .filter((name) => name !== '')
    .reduce((left, name) => left.replaceAll(name, ' '), text);

/** The runs of a page, one for each word that has enough words after it. */
function runsOf(words: readonly string[]): string[] {
  return words.slice(run - 1).map((_, place) => words.slice(place, place + run).join(' '));
}

/** For each page the page with most runs in common among those that it may be compared with; null where there is none. */
function nearestOf(
  runs: readonly (readonly string[])[],
  isOther: (page: number, other: number) => boolean,
): (number | null)[] {
  const sets = runs.map((its) => new Set(its));
  const places = new Map<string, number[]>();
  for (const [page, its] of sets.entries()) {
    for (const text of its) {
      const found = places.get(text);
      if (found === undefined) places.set(text, [page]);
      else found.push(page);
    }
  }
  return sets.map((its, page) => {
    const common = new Uint32Array(sets.length);
    for (const text of its)
      for (const other of places.get(text) ?? []) common[other] = (common[other] ?? 0) + 1;
    let best: number | null = null;
    for (const [other, number] of common.entries())
      if (isOther(page, other) && (best === null || number > (common[best] ?? 0))) best = other;
    return best;
  });
}

/** How many of the words stand in a run that the other page has too. */
function covered(runs: readonly string[], other: ReadonlySet<string>, words: number): number {
  let [count, until] = [0, 0];
  for (const [place, text] of runs.entries()) {
    if (!other.has(text)) continue;
    count += place + run - Math.max(place, until);
    until = place + run;
  }
  return Math.min(count, words);
}

function sharedWithin(pages: readonly MeasuredPage[], against: Against): Shared[] {
  const words = pages.map((page) => wordsRead(withoutNames(page)));
  const runs = words.map(runsOf);
  const nearest = nearestOf(runs, (page, other) =>
    against === 'any' ? page !== other : pages[page]?.server !== pages[other]?.server,
  );
  return pages.map(({ path }, page) => {
    const other = nearest[page] ?? null;
    const its = words[page]?.length ?? 0;
    const same = other === null ? 0 : covered(runs[page] ?? [], new Set(runs[other]), its);
    return {
      path,
      nearest: other === null ? null : (pages[other]?.path ?? null),
      words: its,
      share: its === 0 ? 0 : same / its,
    };
  });
}

/**
 * For each page the share of its words that its nearest neighbour of the same category has too. Order does not matter.
 * Text that a server repeats from tool to tool counts as shared like our own; `elsewhere` leaves only our own.
 */
export function shared(pages: readonly MeasuredPage[], against: Against): Shared[] {
  return [...Map.groupBy(pages, ({ category }) => category).values()].flatMap((its) =>
    sharedWithin(its, against),
  );
}

/** The median share, from 0 to 1; 0 without pages. */
export function medianShare(pages: readonly Shared[]): number {
  const shares = pages.map(({ share }) => share).sort((a, b) => a - b);
  const middle = Math.floor(shares.length / 2);
  const [low = 0, high = 0] = [shares[shares.length % 2 === 0 ? middle - 1 : middle], shares[middle]];
  return (low + high) / 2;
}
