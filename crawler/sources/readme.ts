import { load } from 'cheerio';
import { marked } from 'marked';

/** The longest heading, in characters, that is taken for a title. */
const longestTitle = 80;

/** A Markdown text as HTML. What the text itself brings of HTML stays in it: read it, never show it. */
export function htmlOf(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true });
}

/** How a README opens: its first heading and first paragraph, each null where it says nothing in words. */
export function readmeOpening(markdown: string): { title: string | null; description: string | null } {
  const $ = load(htmlOf(markdown));
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const title = words($('h1').first().text());
  const paragraphs = $('p')
    .toArray()
    .map((paragraph) => words($(paragraph).text()));
  return {
    title: title === '' || title.length > longestTitle ? null : title,
    description: paragraphs.find((text) => text !== '') ?? null,
  };
}
