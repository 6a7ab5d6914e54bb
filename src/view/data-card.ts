import type { Measurement } from '../model/measurement.ts';
import { paths } from '../model/paths.ts';
import { type DatedChange, watchedSince } from './changes.ts';
import type { Crumb } from './json-ld.ts';
import { type MeasuredSet, measuredSets } from './measured.ts';
import { dataLimits, type Days, spanSentence } from './sentences/data.ts';
import type { EntryList } from './paging.ts';
import { count } from './wording.ts';

/** What a reader must know before using the data. */
export interface DataCard {
  title: string;
  meta: string;
  crumbs: Crumb[];
  size: string;
  /** Of which days its records are; null for an empty catalogue. */
  span: string | null;
  /** What the judges are worth on tools of this catalogue that nothing was learned from; null where nobody measured it. */
  accuracy: MeasuredSet | null;
  limits: readonly string[];
}

/** The first day on which anything was read, and the last on which anything changed; null for an empty catalogue. */
export function coverage(changes: EntryList<DatedChange>): Days | null {
  const from = watchedSince(changes);
  const to = changes.entries[0]?.on;
  return from === null || to === undefined ? null : { from, to };
}

/** Everything the data card shows but the tables, which have their own words. */
export function dataCard(
  { servers, tools, changes }: { servers: number; tools: number; changes: EntryList<DatedChange> },
  measurements: readonly Measurement[],
): DataCard {
  const size = `${count(servers, 'server')} and ${count(tools, 'tool')}`;
  const [first] = measuredSets(measurements);
  const days = coverage(changes);
  return {
    title: 'Data card',
    meta: `What is in the Placard catalogue (${size}), where it comes from, how good the ratings are and what they cannot say.`,
    crumbs: [
      { label: 'Data', path: paths.data },
      { label: 'Data card', path: paths.dataCard },
    ],
    size,
    span: days === null ? null : spanSentence(days),
    accuracy: first === undefined ? null : { ...first, confusion: null },
    limits: dataLimits,
  };
}
