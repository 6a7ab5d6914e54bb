import { headersFile } from './headers.ts';

/** A file of the site that is no page. */
export interface SiteFile {
  /** Its path without the first slash. */
  path: string;
  text: string;
}

/** Every file of the site that is made of text and is no page. */
export function siteFiles(): SiteFile[] {
  return [{ path: '_headers', text: headersFile }];
}
