import type { Finding, PageFacts } from '../page.ts';

/** Every link of the site leads to a page or a file that exists, and to a place that exists on it. `files` by path. */
export function links(pages: readonly PageFacts[], files: ReadonlySet<string>): Finding[] {
  const places = new Map(pages.map(({ path, ids }) => [path, new Set(ids)]));
  return pages.flatMap(({ path, links: targets, outside }) => [
    ...outside.map((href) => ({ path, says: `it points outside: ${href}` })),
    ...targets.flatMap((target) => {
      const [file = '', anchor = ''] = target.split('#').map(decodeURIComponent);
      const there = places.get(file);
      if (there === undefined && !files.has(file)) return [{ path, says: `${file} does not exist` }];
      if (anchor === '' || there?.has(anchor) === true) return [];
      return [{ path, says: `${file} has no place #${anchor}` }];
    }),
  ]);
}
