import { blocks } from './blocks.ts';
import { readHtml } from './read-html.ts';

/**
 * A built page as Markdown: everything its main part says, nothing else. It is made from the page and not beside it,
 * so that the two cannot say different things. Null for a page without a main part.
 */
export function markdownTwin(html: string): string | null {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  if (start < 0 || end < 0) return null;
  return `${blocks(readHtml(html.slice(html.indexOf('>', start) + 1, end))).join('\n\n')}\n`;
}
