import { type Against, type Measure, median, sharesOf } from './boilerplate.ts';
import { paths } from '../../../src/model/paths.ts';
import type { Finding, PageFacts } from './page.ts';

/** What of a page is measured, and how. */
interface Row {
  content: 'prose' | 'all';
  measure: Measure;
  label: string;
}

/** Single words are shared by all English; they are here to be seen. */
const rows: readonly Row[] = [
  { content: 'prose', measure: { of: 'sequences', length: 5 }, label: 'Sequences of 5 words' },
  { content: 'prose', measure: { of: 'words in runs', length: 4 }, label: 'Words in runs of 4 or more' },
  { content: 'prose', measure: { of: 'sequences', length: 1 }, label: 'Single words' },
  { content: 'all', measure: { of: 'sequences', length: 5 }, label: 'Sequences of 5, with blocks to copy' },
];

const columns: readonly Against[] = ['nearest', 'nearest elsewhere', 'typical'];

/** Pages that are held against each other: the work grows with the square. Of a larger site every so-manieth is taken. */
const most = 3_000;

/** Pages from which on that means something. */
const least = 200;

/** The largest median that is no finding, from 0 to 1: of the first row, against the nearest page of another server. */
const largest = 0.4;

/** How much of a tool page stands on another one too. */
export interface Boilerplate {
  lines: string[];
  findings: Finding[];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const line = (label: string, cells: readonly string[]): string =>
  `${label.padEnd(38)}${cells.map((cell) => cell.padStart(18)).join('')}`;

/** The median, over all tool pages, of what another tool’s page of the same category has too. */
export function boilerplate(pages: readonly PageFacts[]): Boilerplate {
  const all = pages.flatMap(({ path, tool }) => (tool === null ? [] : [{ path, tool }]));
  const step = Math.max(1, Math.ceil(all.length / most));
  const some = all.filter((_, index) => index % step === 0);
  const measured = rows.map(({ content, measure, label }) => {
    const its = some.map(({ path, tool }) => ({ path, ...tool, words: tool[content] }));
    const shares = sharesOf(its, measure);
    return { label, medians: columns.map((column) => median(shares[column])) };
  });
  const isTelling = some.length >= least;
  const held = measured[0]?.medians[columns.indexOf('nearest elsewhere')] ?? 0;
  const says = `the median tool page has ${percent(held)} of its sequences of 5 words in common with a page of another server; at most ${percent(largest)} is allowed`;
  return {
    findings: isTelling && held > largest ? [{ path: paths.servers, says }] : [],
    lines: [
      'Boilerplate: what of the median tool page another tool’s page of its category has too. Main content without',
      `blocks to copy, the names of tool and server taken out: ${median(some.map(({ tool }) => tool.prose.length))} words, ${some.length} pages.`,
      line('', ['nearest page', 'of another server', 'page in the middle']),
      ...measured.map(({ label, medians }) => line(label, medians.map(percent))),
    ],
  };
}
