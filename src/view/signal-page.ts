import { paths } from '../model/paths.ts';
import { signals } from '../model/signals.ts';
import { type Counts, countsOf } from './counts.ts';
import { type EvidenceRow, evidenceRow } from './evidence-row.ts';
import type { Crumb } from './json-ld.ts';
import { type ListPage, listPage, type PageOf } from './paging.ts';
import { held, pageTitle, signalGrounds, signalKinds, span } from './sentences/lists.ts';
import { type SignalList, signalLists } from './signal-lists.ts';
import { briefOf, type Listed } from './tool-row.ts';
import { paragraph } from './wording.ts';

/** Exactly what one page of a signal shows. Text is ready to show. */
export interface SignalPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  heading: string;
  id: string;
  meaning: string;
  /** How it is decided; null past the first page. */
  grounds: string | null;
  counts: Counts;
  span: string;
  list: ListPage<EvidenceRow>;
}

const counted = new WeakMap<readonly Listed[], Counts>();

/** The counts of a list, worked out once because each of its pages shows them. */
export function countsIn(entries: readonly Listed[]): Counts {
  const counts = counted.get(entries) ?? countsOf(entries.map(briefOf));
  counted.set(entries, counts);
  return counts;
}

/** Everything that a page of a signal shows: its tools, each with the words that prove it. */
export function signalPage(place: PageOf<SignalList>): SignalPage {
  const of = place.list;
  const { entries, ...page } = listPage(place);
  const list = {
    ...page,
    entries: entries.map((entry) =>
      evidenceRow(
        entry,
        entry.tool.classification.signals.filter(({ id }) => id === of.id),
      ),
    ),
  };
  const heading = pageTitle(of.title, page.range);
  return {
    title: `${heading} (${of.id})`,
    meta: paragraph(
      of.meaning,
      `${held(heading, page.total, 'MCP tool')}, each with the words that prove it`,
    ),
    crumbs: [
      { label: 'Signals', path: paths.signals },
      { label: of.title, path: of.path },
    ],
    heading,
    id: of.id,
    meaning: of.meaning,
    grounds: page.range === null ? signalGrounds[signals[of.id].kind] : null,
    counts: countsIn(of.entries),
    span: span(list, 'tool'),
    list,
  };
}

/** Every signal by kind, with its list. */
export function signalGroups(tools: readonly Listed[]): { title: string; lists: SignalList[] }[] {
  const lists = signalLists(tools);
  return (['effect', 'parameter', 'text'] as const).map((kind) => ({
    title: signalKinds[kind],
    lists: lists.filter(({ id }) => signals[id].kind === kind),
  }));
}
