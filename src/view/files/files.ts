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

/**
 * Every file of the site that needs nothing but the catalogue, its former addresses and the site's own. Files that are made of
 * absolute addresses exist only on a site that knows its own.
 */
export function siteFiles(
  servers: readonly CatalogueServer[],
  former: readonly Lead[],
  site: URL | undefined,
): SiteFile[] {
  const files: [path: string, text: string | null][] = [
    ['_headers', headersFile],
    ['_redirects', redirectsText(former)],
    ['llms.txt', llmsTxt(servers, site)],
    ['robots.txt', robotsFile(site)],
  ];
  if (site !== undefined)
    files.push(
      [paths.openSearch.slice(1), openSearch(site)],
      ['.well-known/security.txt', securityTxt(servers, site)],
    );
  return files.flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}
