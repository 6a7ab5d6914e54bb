import { z } from 'zod';
import type { Change } from '../view/changes.ts';
import { type Contradiction, contradiction } from '../view/contradictions.ts';
import { type EntryList, listPage, pagesOf } from '../view/paging.ts';
import type { Listed } from '../view/tool-row.ts';
import { ChangeEntry, changeEntry } from './change.ts';
import { Amount, jsonOf, placeOf, ServerEntry, SitePath, ToolEntry, toolEntry, twins } from './entry.ts';

const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({
    ...twins,
    title: z.string(),
    total: Amount.describe('Entries of the whole list, on all its pages.'),
    first: Amount.describe(
      'Places of the first and the last entry of this page in the whole list, from 1; both 0 when it is empty.',
    ),
    last: Amount,
    previous: SitePath.nullable().describe('The twins of the pages before and after this one.'),
    next: SitePath.nullable(),
    entries: z.array(entry),
  });

/** One page of a list of tools. */
export const ToolList = listOf(ToolEntry);
export type ToolList = z.infer<typeof ToolList>;

/** One page of a list of servers. */
export const ServerList = listOf(ServerEntry);
export type ServerList = z.infer<typeof ServerList>;

/** One page of what changed, newest first. */
export const ChangeList = listOf(ChangeEntry);
export type ChangeList = z.infer<typeof ChangeList>;

/** A tool whose author’s hints disagree with what its definition shows. */
export const ContradictionEntry = ToolEntry.extend({ hints: z.array(z.string()).min(1) });

/** One page of such tools. */
export const ContradictionList = listOf(ContradictionEntry);
export type ContradictionList = z.infer<typeof ContradictionList>;

/** What every page of a list is, with its entries. */
export type ListTwin<Entry> = Omit<ToolList, 'entries'> & { entries: Entry[] };

/** The twins of all pages of a list, cut as its pages are. */
export function* listTwins<From, Entry>(
  list: EntryList<From>,
  entryOf: (entry: From) => Entry,
): Iterable<ListTwin<Entry>> {
  for (let number = 1; number <= pagesOf(list); number += 1) {
    const { path, total, first, last, previous, next, entries } = listPage(list, number);
    yield {
      ...{ ...placeOf(path), title: list.title, total, first, last },
      ...{ previous: jsonOf(previous), next: jsonOf(next) },
      entries: entries.map(entryOf),
    };
  }
}

export const toolsOf = (list: EntryList<Listed>): Iterable<ToolList> => listTwins(list, toolEntry);

export const changesOf = (list: EntryList<Change>): Iterable<ChangeList> => listTwins(list, changeEntry);

export const contradictionsOf = (list: EntryList<Contradiction>): Iterable<ContradictionList> =>
  listTwins(list, (found) => ({ ...toolEntry(found), hints: contradiction(found.tool)?.hints ?? [] }));
