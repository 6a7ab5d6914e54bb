import { limits } from '../../model/limits.ts';
import { paths } from '../../model/paths.ts';
import type { CatalogueServer, CatalogueTool } from '../../model/server.ts';
import { xmlText } from './xml.ts';
import type { SiteFile } from './files.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const toolChanged = ({ changed, firstSeen }: CatalogueTool): string => changed ?? firstSeen;

function serverChanged({ tools, inspection }: CatalogueServer): string | null {
  const days = tools.map(toolChanged);
  if (inspection !== null) days.push(inspection.at.slice(0, 10));
  return days.sort().at(-1) ?? null;
}

/** The day on which what a page shows of this server or of its tools last changed, by path; none for what nobody has read. */
export function lastChanges(server: CatalogueServer): [path: string, day: string][] {
  const own = serverChanged(server);
  const ofServer: [string, string][] = own === null ? [] : [[paths.server(server.slug), own]];
  return [
    ...ofServer,
    ...server.tools.map((tool): [string, string] => [paths.tool(server.slug, tool.slug), toolChanged(tool)]),
  ];
}

const entry = (element: string, address: string, changed: string | undefined): string => {
  const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  return `<${element}><loc>${xmlText(address)}</loc>${day}</${element}>\n`;
};

const file = (path: string, element: string, body: string): SiteFile => ({
  path: path.slice(1),
  text: `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="${namespace}">\n${body}</${element}>\n`,
});

/**
 * The sitemap of these pages: an index and as many parts as the protocol's bound asks for. A day of change stands
 * only where it is known, by path; that of a part is its latest.
 */
export function sitemap(
  pages: readonly string[],
  changes: ReadonlyMap<string, string>,
  site: URL,
  perPart: number = limits.sitemapAddresses,
): SiteFile[] {
  const sorted = pages.toSorted();
  const parts = Array.from({ length: Math.ceil(sorted.length / perPart) }, (_, part) => ({
    path: paths.sitemapPart(part + 1),
    pages: sorted.slice(part * perPart, (part + 1) * perPart),
  }));
  const address = (path: string): string => new URL(path, site).href;
  const latest = (some: readonly string[]): string | undefined =>
    some
      .flatMap((path) => changes.get(path) ?? [])
      .sort()
      .at(-1);
  const index = parts.map((part) => entry('sitemap', address(part.path), latest(part.pages)));
  return [
    file(paths.sitemap, 'sitemapindex', index.join('')),
    ...parts.map((part) =>
      file(
        part.path,
        'urlset',
        part.pages.map((path) => entry('url', address(path), changes.get(path))).join(''),
      ),
    ),
  ];
}
