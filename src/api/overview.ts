import { z } from 'zod';
import { Category } from '../model/categories.ts';
import { paths } from '../model/paths.ts';
import { Risk } from '../model/risks.ts';
import { SignalId, signals } from '../model/signals.ts';
import type { ContradictionList } from '../view/contradictions.ts';
import { countsOf } from '../view/counts.ts';
import type { ServerRow } from '../view/server-row.ts';
import type { SignalList } from '../view/signal-lists.ts';
import type { ToolList } from '../view/tool-lists.ts';
import type { Brief } from '../view/tool-row.ts';
import { Amount, KnownBy, placeOf, SitePath, twins } from './entry.ts';

/** How many of what the catalogue has, and where a program begins to read: the twin of the home page. */
export const Totals = z.object({
  ...twins,
  servers: Amount,
  serversKnownBy: z.record(KnownBy, Amount).describe('By how their tools are known.'),
  tools: Amount,
  toolsByRisk: z.record(Risk, Amount),
  toolsByCategory: z.record(Category, Amount),
  changes: Amount,
  changedOn: z.iso
    .date()
    .nullable()
    .describe('The day of the newest change; null for a catalogue without any.'),
  openApi: SitePath.describe('This API, described.'),
});
export type Totals = z.infer<typeof Totals>;

/** The lists of one level or category, or of both: the twin of the pages that lead to them. */
export const RatingIndex = z.object({
  ...twins,
  tools: Amount,
  lists: z.array(z.object({ ...twins, risk: Risk.nullable(), category: Category.nullable(), count: Amount })),
});
export type RatingIndex = z.infer<typeof RatingIndex>;

/** The vocabulary of signals, and how many tools show each. */
export const SignalIndex = z.object({
  ...twins,
  signals: z.array(
    z.object({
      id: SignalId,
      ...twins,
      label: z.string(),
      meaning: z.string(),
      kind: z
        .enum(['effect', 'parameter', 'text'])
        .describe(
          'What it says something about: what a call does, what a caller may pass, or what a text says.',
        ),
      count: Amount,
    }),
  ),
});
export type SignalIndex = z.infer<typeof SignalIndex>;

/** The lists of tools whose hints disagree with their definition: they claim less than it shows, more, or both. */
export const ContradictionIndex = z.object({
  ...twins,
  lists: z.array(z.object({ ...twins, direction: z.enum(['less', 'more', 'both']), count: Amount })),
});
export type ContradictionIndex = z.infer<typeof ContradictionIndex>;

const tallied = <Key extends string>(counts: readonly { key: Key; count: number }[]): Record<Key, number> =>
  Object.fromEntries(counts.map(({ key, count }) => [key, count])) as Record<Key, number>;

/** What the totals are of: servers, tools, and how many changes there were and the day of the newest one. */
export interface Counted {
  servers: readonly Pick<ServerRow, 'knownBy'>[];
  tools: readonly Pick<Brief, 'risk' | 'category'>[];
  changes: { total: number; newest: string | null };
}

/** The totals of these. */
export function totals({ servers, tools, changes }: Counted): Totals {
  const counts = countsOf(tools);
  const knownCounts = KnownBy.options.map((key) => ({
    key,
    count: servers.filter(({ knownBy }) => knownBy === key).length,
  }));
  return {
    ...placeOf(paths.home),
    servers: servers.length,
    serversKnownBy: tallied(knownCounts),
    tools: tools.length,
    toolsByRisk: tallied(counts.byRisk),
    toolsByCategory: tallied(counts.byCategory),
    changes: changes.total,
    changedOn: changes.newest,
    openApi: paths.openApi,
  };
}

/** The lists that one page leads to, with their counts. */
export function ratingIndex(page: string, tools: number, lists: readonly ToolList<unknown>[]): RatingIndex {
  return {
    ...placeOf(page),
    tools,
    lists: lists.map(({ path, risk, category, entries }) => ({
      ...{ ...placeOf(path), risk, category, count: entries.length },
    })),
  };
}

/** Every signal with the length of its list. */
export function signalIndex(lists: readonly SignalList<unknown>[]): SignalIndex {
  return {
    ...placeOf(paths.signals),
    signals: lists.map(({ id, path, title: label, meaning, entries }) => ({
      ...{ id, ...placeOf(path), label, meaning, kind: signals[id].kind, count: entries.length },
    })),
  };
}

/** Each direction of contradiction with the length of its list. */
export function contradictionIndex(lists: readonly ContradictionList<unknown>[]): ContradictionIndex {
  return {
    ...placeOf(paths.contradictions),
    lists: lists.map(({ path, direction, entries }) => ({
      ...{ ...placeOf(path), direction, count: entries.length },
    })),
  };
}
