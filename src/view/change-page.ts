import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer } from '../model/server.ts';
import {
  type Change,
  type DatedChange,
  type Rating,
  serverChanges,
  subjectOf,
  watchedSince,
} from './changes.ts';
import { type ListPage, listPage, type PagedList, type PageOf } from './paging.ts';
import { changeLabels, changeSentence, ratingLabels, watchedSentence } from './sentences/changes.ts';
import { held, pageTitle, span } from './sentences/lists.ts';
import { gravestFirst, listed } from './tool-row.ts';

/** A change in a list. Text is ready to show. */
export interface ChangeRow {
  on: string;
  label: string;
  name: string;
  /** Null when there is no page any more. */
  path: string | null;
  /** Null when the row is about the server itself. */
  server: { name: string; path: string } | null;
  sentence: string;
  /** What the tool was rated before and after; of a server the gravest of its tools today. */
  ratings: { label: string | null; rating: Rating }[];
}

/** A change in the list of all, whose row may be made when it is looked at. */
export interface ListedChange extends DatedChange {
  row: ChangeRow;
}

/** What became of the tools of a server, for the list of all changes. */
export function listedChanges(server: CatalogueServer): ListedChange[] {
  return serverChanges(server).map((change) => ({
    ...{ on: change.on, kind: change.kind, server },
    get row() {
      return changeRow(change);
    },
  }));
}

/** Exactly what one page of changes shows. */
export interface ChangePage {
  title: string;
  meta: string;
  /** Since when; null past the first page. */
  watched: string | null;
  span: string;
  list: ListPage<ChangeRow>;
}

/** The rating alone: a row is kept without the rest of a classification. */
const alone = ({ category, risk }: Rating): Rating => ({ category, risk });

function ratingsOf({ kind, server, before, after }: Change): ChangeRow['ratings'] {
  if (kind === 'listed') {
    const gravest = gravestFirst(listed([server])).slice(0, 1);
    return gravest.map(({ tool }) => ({ label: ratingLabels.gravest, rating: alone(tool.classification) }));
  }
  return [
    ...(before === null ? [] : [{ label: ratingLabels.before, rating: alone(before) }]),
    ...(after === null ? [] : [{ label: before === null ? null : ratingLabels.after, rating: alone(after) }]),
  ];
}

/** A change as a list shows it. */
export function changeRow(change: Change): ChangeRow {
  const { on, kind, server, page } = change;
  const home = { name: visible(server.name), path: paths.server(server.slug) };
  return {
    on,
    label: changeLabels[kind],
    name: subjectOf(change),
    path: kind === 'listed' ? home.path : page,
    server: kind === 'listed' ? null : home,
    sentence: changeSentence(change),
    ratings: ratingsOf(change),
  };
}

/** Everything that a page of the changes shows. */
export function changePage(place: PageOf<PagedList<ListedChange>>): ChangePage {
  const of = place.list;
  const { entries, ...page } = listPage(place);
  const list = { ...page, entries: entries.map(({ row }) => row) };
  const title = pageTitle(of.title, page.range);
  return {
    title,
    meta: `${held(title, page.total, 'change')} in what MCP servers list, newest first, with the change in risk.`,
    watched: page.range === null ? watchedSentence(watchedSince(of)) : null,
    span: span(list, 'change'),
    list,
  };
}
