import { paths } from '../../model/paths.ts';
import type { CatalogueServer } from '../../model/server.ts';
import type { Lead } from '../leads.ts';
import { headersFile } from './headers.ts';
import { llmsTxt } from './llms-txt.ts';
import { openSearch } from './open-search.ts';
import { redirectsText } from './redirects.ts';
import { robotsFile } from './robots.ts';
import { securityTxt } from './security-txt.ts';

/** A file of the site that is no page. */
export interface SiteFile {
  /** Its path without the first slash. */
  path: string;
  text: string;
}

/** The site that the files are of: what it is called, how many tools it has, its own address where it has one, and whether it has a registry. */
export interface SiteOf {
  name: string;
  tools: number;
  address: URL | undefined;
  hasRegistry?: boolean;
}

/**
 * Every file of the site that needs nothing but the catalogue, its former addresses and the site's own. Of servers only what stands beside their tools is looked at. Files that are made of
 * absolute addresses exist only on a site that knows its own.
 */
export function siteFiles(
  servers: readonly CatalogueServer[],
  former: readonly Lead[],
  of: SiteOf,
): SiteFile[] {
  const { name, address: site, hasRegistry = false } = of;
  const files: [path: string, text: string | null][] = [
    ['_headers', headersFile],
    ['_redirects', redirectsText(former, hasRegistry)],
    ['llms.txt', llmsTxt(servers.length, of)],
    ['robots.txt', robotsFile(site)],
  ];
  if (site !== undefined)
    files.push(
      [paths.openSearch.slice(1), openSearch(name, site)],
      ['.well-known/security.txt', securityTxt(servers, site)],
    );
  return files.flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}
