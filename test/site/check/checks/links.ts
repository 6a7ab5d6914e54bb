import { paths } from '../../../../src/model/paths.ts';
import type { Finding, PageFacts } from '../page.ts';

/** Such an anchor is no place but the servers that the page shows together. */
const stateOfStack = 'servers=';

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
      if (anchor.startsWith(stateOfStack))
        return anchor
          .slice(stateOfStack.length)
          .split(',')
          .filter((slug) => !places.has(paths.server(slug)))
          .map((slug) => ({ path, says: `it names a server that does not exist: ${slug}` }));
      return [{ path, says: `${file} has no place #${anchor}` }];
    }),
  ]);
}
