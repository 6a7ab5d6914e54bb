import {
  type OpenTable,
  openTable,
  outlineTable,
  type SharedOutlines,
  sharedNumbers,
} from '../catalogue/outline-table.ts';
import { type Change, newestFirst } from '../view/changes.ts';
import { byName } from '../view/tool-row.ts';

/** The places of all tools in the order of pages: those of the servers by slug. */
function placesOf({ servers, bySlug }: OpenTable): number[] {
  return Array.from(bySlug).flatMap((place) => {
    const { first, size } = servers.at(place);
    return Array.from({ length: size }, (_, number) => first + number);
  });
}

function namedOf(table: OpenTable): number[] {
  const tools = placesOf(table).map((at, place) => ({ brief: table.tools.at(at), place }));
  return byName(tools).map(({ place }) => place);
}

function newestOf({ servers, changes }: OpenTable): number[] {
  const slugs = Array.from({ length: servers.size }, (_, place) => ({ slug: servers.at(place).slug }));
  const all = Array.from({ length: changes.size }, (_, place) => {
    const { on, kind, server } = changes.at(place);
    return { on, kind: kind as Change['kind'], server: slugs[server] ?? { slug: '' }, place };
  });
  return newestFirst(all).map(({ place }) => place);
}

/** Works out what all threads need of the outlines in a folder, so that none of them has to. */
export function sharedOutlines(folder: string): SharedOutlines {
  const table = outlineTable(folder);
  const open = openTable(table);
  return { folder, table, named: sharedNumbers(namedOf(open)), newest: sharedNumbers(newestOf(open)) };
}
