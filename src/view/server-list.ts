import { paths } from '../model/paths.ts';
import { Reachability } from '../model/reachability.ts';
import { bars, riskLevels } from '../model/risks.ts';
import { type EntryList, type ListPage, listPage } from './paging.ts';
import { pageTitle, span } from './sentences/lists.ts';
import {
  filterLabels,
  orderLabels,
  orderPhrases,
  type ServerFilter,
  type ServerOrder,
  serverListTitle,
} from './sentences/servers.ts';
import { type NamedRow, type ServerRow, serverRows } from './server-row.ts';
import { count } from './wording.ts';

/** Servers in one order, all of them or those of one filter. */
export interface ServerList extends EntryList<ServerRow> {
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
  orders: ListChoice[];
  known: ListChoice[];
  remotes: ListChoice[];
  list: ListPage<ServerRow>;
}

/** Everything that page `number` of a list of servers shows, with the ways to all other lists. */
export function serverListPage(of: ServerList, number: number, lists: readonly ServerList[]): ServerListPage {
  const list = listPage(of, number);
  const title = pageTitle(of.title, number);
  const inOrder = lists.filter(({ order }) => order === of.order);
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
    meta: `${title}: ${count(of.entries.length, 'MCP server')} with their tools, rated by what one call can do.`,
    span: `${span(list, 'server')}, ${orderPhrases[of.order]}`,
    orders: lists
      .filter(({ filter }) => filter === of.filter)
      .map((other) => choice(other, orderLabels[other.order])),
    known: filtered([null, ...knownFilters]),
    remotes: filtered(remoteFilters),
    list,
  };
}
