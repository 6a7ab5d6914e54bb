import { paths } from '../model/paths.ts';
import type { Lead } from './leads.ts';

type Row = readonly [list: string, pages: number, to?: string];

const ofBoth = (risk: string, category: string, pages: number): Row => [
  paths.riskAndCategory(risk, category),
  pages,
  paths.risk(risk),
];

/** How many pages each list had when pages last had numbers, of those that had several, and where their pages lead if not to the list itself: one of a level and a category may be gone. */
const lists: readonly Row[] = [
  [paths.tools, 22],
  [paths.risk('High'), 5],
  ofBoth('High', 'Destructive', 2),
  ofBoth('High', 'Write', 2),
  [paths.risk('Medium'), 9],
  ofBoth('Medium', 'Execute', 2),
  ofBoth('Medium', 'Write', 5),
  ofBoth('Medium', 'Read', 3),
  [paths.risk('Low'), 10],
  ofBoth('Low', 'Read', 10),
  [paths.category('Execute'), 3],
  [paths.category('Destructive'), 2],
  [paths.category('Write'), 7],
  [paths.category('Read'), 12],
  [paths.signal('bulk'), 3],
  [paths.signal('changes-infrastructure'), 2],
  [paths.signal('deletes'), 2],
  [paths.signal('local-filesystem'), 2],
  [paths.signal('p:bulk-array'), 2],
  [paths.signal('p:identity'), 4],
  [paths.signal('p:path'), 3],
  [paths.signal('p:query'), 3],
  [paths.signal('p:url'), 2],
  [paths.signal('private-data'), 2],
  [paths.signal('starts-process'), 2],
  [paths.signal('untrusted-content'), 2],
];

/** Where the pages with numbers stood. Each leads to where its list begins, because what stood on it stands on several pages now. */
export const formerPages: readonly Lead[] = lists.flatMap(([list, pages, to = list]) =>
  Array.from({ length: pages - 1 }, (_, before) => ({
    from: paths.formerPage(list, before + 2),
    to,
    label: 'where the list begins',
  })),
);
