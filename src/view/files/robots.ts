import { paths } from '../../model/paths.ts';

/** robots.txt: everybody may read everything. It names the sitemap when the site knows its address. */
export function robotsFile(site: URL | undefined): string {
  const sitemap = site === undefined ? '' : `\nSitemap: ${new URL(paths.sitemap, site).href}\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
