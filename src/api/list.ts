import { z } from 'zod';
import { paths } from '../model/paths.ts';
import { allPagesOf, listPage, type PagedList } from '../view/paging.ts';
import { ChangeEntry } from './change.ts';
import { Amount, jsonOf, ServerEntry, SitePath, ToolEntry, twins } from './entry.ts';
import { type ApiFile, type Pieces, withEntries } from './file.ts';

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

/**
 * The twins of all pages of a list, cut as its pages are, from the pieces of text that its entries are. Where the site shows the first entries only, that
 * is the page of all twins. Each says how many there are, unlike pages: what `/api/v1` promises does not change with the site.
 */
export function* listTwins<Entry>(list: PagedList<Entry>, pieces: Pieces<Entry>): Generator<ApiFile> {
  const total = list.entries.length;
  for (const place of allPagesOf(list)) {
    const { path, previous, next, entries } = listPage<Entry>(place);
    const before = place.starts[place.number] ?? 0;
    const twin: Omit<ToolList, 'entries'> = {
      ...{
        page: list.rows === undefined ? path : list.path,
        json: paths.json(path),
        title: list.title,
        total,
      },
      ...{ first: Math.min(total, before + 1), last: before + entries.length },
      ...{ previous: jsonOf(previous), next: jsonOf(next) },
    };
    yield { path: twin.json, content: withEntries(twin, 'entries', { entries, pieces }) };
  }
}
