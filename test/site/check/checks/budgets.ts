import type { Finding, PageFacts } from '../page.ts';

/** Bytes that a tool page may have, compressed by gzip, with the styles and scripts it loads. */
const toolPage = 14_000;

/** No tool page is larger than a first answer of a server can carry. `shared`: bytes of styles and scripts. */
export function budgets(pages: readonly PageFacts[], shared: number): Finding[] {
  return pages
    .filter(({ tool, bytes }) => tool !== null && bytes + shared > toolPage)
    .map(({ path, bytes }) => ({
      path,
      says: `${bytes + shared} bytes compressed with styles and scripts; ${toolPage} are allowed`,
    }));
}
