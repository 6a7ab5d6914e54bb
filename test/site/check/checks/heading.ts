import type { BuiltPage } from '../page.ts';

/** A page has one heading of the first rank with words in it, and no level of headings is left out. */
export function heading({ $ }: BuiltPage): string[] {
  const first = $('h1');
  if (first.length !== 1) return [`${first.length} headings of the first rank`];
  if (first.text().trim() === '') return ['the heading of the first rank is empty'];
  let above = 0;
  return $('h1, h2, h3, h4, h5, h6')
    .toArray()
    .flatMap((element) => {
      const rank = Number(element.tagName.slice(1));
      const isDeeper = rank > above + 1;
      above = rank;
      return isDeeper ? [`no heading above <${element.tagName}> ${$(element).text().trim()}`] : [];
    });
}
