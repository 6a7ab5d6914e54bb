import type { Finding, PageFacts } from '../page.ts';

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** No two pages have one title, and no two elements of a page one id. */
export function unique(pages: readonly PageFacts[]): Finding[] {
  const titles = Map.groupBy(
    pages.filter(({ isRedirect }) => !isRedirect),
    ({ title }) => title,
  );
  return [
    ...[...titles].flatMap(([title, [first, ...others]]) =>
      others.map(({ path }) => ({ path, says: `“${title}” is also the title of ${first?.path ?? ''}` })),
    ),
    ...pages.flatMap(({ path, ids }) =>
      repeated(ids).map((id) => ({ path, says: `the id ${id} stands more than once` })),
    ),
  ];
}
