import { z } from 'zod';
import { type EntryList, listPage, pagesOf } from '../view/paging.ts';
import { ChangeEntry } from './change.ts';
import { Amount, jsonOf, placeOf, ServerEntry, SitePath, ToolEntry, twins } from './entry.ts';
import { type ApiFile, withTexts } from './file.ts';

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

/** The twins of all pages of a list, cut as its pages are, from the texts of its entries. */
export function* listTwins<Entry>(
  list: EntryList<Entry>,
  textOf: (entry: Entry) => string,
): Generator<ApiFile> {
  for (let number = 1; number <= pagesOf(list); number += 1) {
    const { path, total, first, last, previous, next, entries } = listPage(list, number);
    const twin: Omit<ToolList, 'entries'> = {
      ...{ ...placeOf(path), title: list.title, total, first, last },
      ...{ previous: jsonOf(previous), next: jsonOf(next) },
    };
    yield { path: twin.json, text: withTexts(twin, 'entries', entries.map(textOf)) };
  }
}
