import { blocks } from './blocks.ts';
import { HtmlReader } from './html-reader.ts';

/**
 * A built page as Markdown: everything its main part says, nothing else. It is made from the page and not beside it,
 * so that the two cannot say different things. Null for a page without a main part.
 */
export function markdownTwin(html: string): string | null {
  const start = html.indexOf('<main');
  if (start < 0) return null;
  const page = new HtmlReader(html, start);
  page.next();
  return `${blocks(page)}\n`;
}
