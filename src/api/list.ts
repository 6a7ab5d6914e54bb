import { z } from 'zod';
import { paths } from '../model/paths.ts';
import { listPage, type PagedList, pagesOf } from '../view/paging.ts';
import { ChangeEntry } from './change.ts';
import { Amount, jsonOf, placeOf, ServerEntry, SitePath, ToolEntry, twins } from './entry.ts';
import { type ApiFile, withTexts } from './file.ts';

const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({
    ...twins,
    title: z.string(),
    total: Amount.nullable().describe(
      'Entries of the whole list, on all its pages; null past the first page.',
    ),
    first: Amount.nullable().describe(
      'Places of the first and the last entry of this page in the whole list, from 1; both 0 when it is empty, null past the first page.',
    ),
    last: Amount.nullable(),
    previous: SitePath.nullable().describe('The twins of the pages before and after this one.'),
    next: SitePath.nullable(),
    parts: z
      .array(SitePath)
      .optional()
      .describe(
        'Of a level or a category: the twins of the lists that have all of its tools, each tool once. Here stand the first ones.',
      ),
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

/** The twins of all pages of a list, cut as its pages are, from the texts of its entries; with the lists that have all of them, if others do. */
export function* listTwins<Entry>(
  list: PagedList<Entry>,
  textOf: (entry: Entry) => string,
  parts?: readonly { path: string }[],
): Generator<ApiFile> {
  for (const page of pagesOf(list)) {
    const { path, total, previous, next, entries } = listPage<Entry>(page);
    const { length } = entries;
    const twin: Omit<ToolList, 'entries'> = {
      ...{ ...placeOf(path), title: list.title, total },
      ...(total === null ? { first: null, last: null } : { first: Math.min(1, length), last: length }),
      ...{ previous: jsonOf(previous), next: jsonOf(next) },
      ...(parts === undefined ? {} : { parts: parts.map((part) => paths.json(part.path)) }),
    };
    yield { path: twin.json, text: withTexts(twin, 'entries', entries.map(textOf)) };
  }
}
