import { paths } from '../model/paths.ts';
import { Reachability } from '../model/reachability.ts';
import { bars, riskLevels } from '../model/risks.ts';
import { labelOf, letterOf } from './marks.ts';
import { type ListPage, listPage, type Marks, type PagedList, type PageOf } from './paging.ts';
import { held, pageTitle, span } from './sentences/lists.ts';
import {
  filterLabels,
  orderLabels,
  orderPhrases,
  type ServerFilter,
  type ServerOrder,
  serverListTitle,
} from './sentences/servers.ts';
import { type NamedRow, type ServerRow, serverRows } from './server-row.ts';
import { figure } from './wording.ts';

/** Servers in one order, all of them or those of one filter. */
export interface ServerList extends PagedList<ServerRow> {
  order: ServerOrder;
  filter: ServerFilter | null;
}

const orders: readonly ServerOrder[] = ['name', 'risk', 'tools'];
const knownFilters: readonly ServerFilter[] = ['started', 'asked', 'heard', 'unknown'];
const remoteFilters = Reachability.options.map(({ shape }): ServerFilter => `remote-${shape.state.value}`);

/** Worst level first, then how many tools stand at it, then at the next. */
function gravity({ risk, counts }: ServerRow): number[] {
  const byLevel = riskLevels
    .toReversed()
    .map((level) => counts.byRisk.find(({ key }) => key === level)?.count ?? 0);
  return [risk === null ? -1 : bars(risk), ...byLevel];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return b.map((value, index) => value - (a[index] ?? 0)).find((value) => value !== 0) ?? 0;
}

/** The rows, which come by name, in another order; equals stay by name, and what is unknown stands last. */
function sorted(rows: readonly ServerRow[], order: ServerOrder): readonly ServerRow[] {
  if (order === 'name') return rows;
  const keyOf = order === 'risk' ? gravity : ({ tools }: ServerRow): number[] => [tools ?? -1];
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row);
}

/** "100 or more tools", "10 or more tools", "1 or more tools", "no tools", "tools unknown". */
function sizeOf({ tools }: ServerRow): string {
  if (tools === null) return 'tools unknown';
  const least = [100, 10, 1].find((size) => tools >= size);
  return least === undefined ? 'no tools' : `${figure(least)} or more tools`;
}

/** What pages say of servers in each order. */
function marksIn(order: ServerOrder): Marks<ServerRow> {
  const idOf = ({ path }: ServerRow): string => path.slice(paths.servers.length, -1);
  if (order === 'name')
    return { idOf, labelOf: ({ name }) => labelOf(name), partOf: ({ name }) => letterOf(name) };
  const partOf = order === 'tools' ? sizeOf : ({ risk }: ServerRow): string => risk ?? 'nothing to rate';
  return { idOf, labelOf: (row) => `${labelOf(row.name)} (${partOf(row)})`, partOf };
}

function passes({ knownBy, remotes }: ServerRow, filter: ServerFilter): boolean {
  return filter === knownBy || remotes.some((state) => filter === `remote-${state}`);
}

/** Every list of servers: in each order all of them, and those of each filter that lets any through. */
export function serverLists(servers: readonly NamedRow[]): ServerList[] {
  const rows = serverRows(servers);
  const filters = [null, ...knownFilters, ...remoteFilters];
  return orders.flatMap((order) => {
    const all = sorted(rows, order);
    return filters
      .map((filter) => ({
        order,
        filter,
        path: paths.serverList(order, filter),
        title: serverListTitle(order, filter),
        marks: marksIn(order),
        entries: filter === null ? all : all.filter((row) => passes(row, filter)),
      }))
      .filter(({ entries, filter: by }) => by === null || entries.length > 0);
  });
}

/** A way to the same servers in another order, or to other servers in the same order. */
export interface ListChoice {
  label: string;
  list: ServerList;
  isHere: boolean;
}

/** Exactly what one page of a list of servers shows. */
export interface ServerListPage {
  title: string;
  meta: string;
  span: string;
  /** Past the first page, none of these. */
  orders: ListChoice[];
  known: ListChoice[];
  remotes: ListChoice[];
  list: ListPage<ServerRow>;
}

/** Everything that a page of a list of servers shows; on the first with the ways to all other lists. */
export function serverListPage(place: PageOf<ServerList>, lists: readonly ServerList[]): ServerListPage {
  const of = place.list;
  const list = listPage(place);
  const title = pageTitle(of.title, list.range);
  const others = list.range === null ? lists : [];
  const inOrder = others.filter(({ order }) => order === of.order);
  const choice = (other: ServerList, label: string): ListChoice => ({
    label,
    list: other,
    isHere: other.path === of.path,
  });
  const filtered = (filters: readonly (ServerFilter | null)[]): ListChoice[] =>
    filters.flatMap((filter) =>
      inOrder
        .filter((other) => other.filter === filter)
        .map((other) => choice(other, filter === null ? 'All' : filterLabels[filter])),
    );
  return {
    title,
    meta: `${held(title, list.total, 'MCP server')} with their tools, rated by what one call can do.`,
    span: `${span(list, 'server')}, ${orderPhrases[of.order]}`,
    orders: others
      .filter(({ filter }) => filter === of.filter)
      .map((other) => choice(other, orderLabels[other.order])),
    known: filtered([null, ...knownFilters]),
    remotes: filtered(remoteFilters),
    list,
  };
}
