import type { CatalogueTool } from '../model/server.ts';
import { byName, type Listed } from './tool-row.ts';

/** So that one large server does not fill the list. */
const mostOfServer = 2;

/** Finds the neighbours of a tool: at most `number` of the same rating, on other servers, nearest by name. */
export type Neighbours = (of: Listed, number: number) => Listed[];

function nearest(group: readonly Listed[], place: number, number: number): Listed[] {
  const taken = new Map([[group[place]?.server.id, mostOfServer]]);
  const found: number[] = [];
  for (let step = 1; step < group.length && found.length < number; step += 1) {
    for (const index of [place - step, place + step]) {
      const server = group[index]?.server.id;
      const before = taken.get(server) ?? 0;
      if (server === undefined || before >= mostOfServer) continue;
      taken.set(server, before + 1);
      found.push(index);
    }
  }
  return found
    .slice(0, number)
    .sort((a, b) => a - b)
    .flatMap((index) => group[index] ?? []);
}

/**
 * Groups the catalogue's tools once by category and risk, in the order of their names. A new tool changes the
 * neighbours only of the few tools it comes to stand between.
 */
export function neighbours(tools: readonly Listed[]): Neighbours {
  const groups = Map.groupBy(
    byName(tools),
    ({ tool: { classification } }) => `${classification.category} ${classification.risk}`,
  );
  const places = new Map<CatalogueTool, { group: Listed[]; place: number }>();
  for (const group of groups.values()) group.forEach(({ tool }, place) => places.set(tool, { group, place }));
  return ({ tool }, number) => {
    const found = places.get(tool);
    return found === undefined ? [] : nearest(found.group, found.place, number);
  };
}
