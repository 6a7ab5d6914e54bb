import type { Finding, PageFacts } from '../page.ts';

/** The entries of a list over all its pages, or over the lists that have them all; null when one is missing. */
function entriesOf(list: string, pages: ReadonlyMap<string, PageFacts>): number | null {
  const seen = new Set<string>();
  let sum = 0;
  for (let at: string | null = list; at !== null;) {
    const page = pages.get(at);
    if (page === undefined || seen.has(at)) return null;
    seen.add(at);
    for (const part of page.parts) sum += entriesOf(part, pages) ?? NaN;
    if (page.parts.length > 0) break;
    sum += page.entries;
    at = page.next;
  }
  return Number.isNaN(sum) ? null : sum;
}

/** Every number that says how long a list is equals the list, over all the pages the list goes on to. */
export function counts(pages: readonly PageFacts[]): Finding[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const lengths = new Map<string, number | null>();
  return pages.flatMap(({ path, counts: claims }) =>
    claims.flatMap(({ list, shown }) => {
      if (!lengths.has(list)) lengths.set(list, entriesOf(list, byPath));
      const entries = lengths.get(list) ?? null;
      if (entries === shown) return [];
      const found = entries === null ? 'it does not end' : `it has ${entries}`;
      return [{ path, says: `${list} is said to have ${shown} entries, and ${found}` }];
    }),
  );
}
