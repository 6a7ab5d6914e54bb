import { sha256 } from '../../src/model/canonical.ts';

/** What decides which tools belong together. */
export interface Member {
  server: string;
  name: string;
  description: string;
}

/**
 * A group for each tool: tools of one server share one, and so do tools with the same name and description, and
 * whatever either joins. A group is called after the first of its servers in alphabetical order, so it does not depend
 * on the order of tools. Nothing learned from one group has seen a tool of another.
 */
export function groupsOf(members: readonly Member[]): string[] {
  const parents = new Map<string, string>();
  const root = (of: string): string => {
    let name = of;
    for (let parent = parents.get(name); parent !== undefined; parent = parents.get(name)) name = parent;
    return name;
  };
  for (const { server, name, description } of members) {
    const [a, b] = [
      root(`server ${server}`),
      root(`text ${sha256(JSON.stringify([name, description]))}`),
    ].sort();
    if (a !== b && a !== undefined && b !== undefined) parents.set(b, a);
  }
  return members.map(({ server }) => root(`server ${server}`));
}

/** The fold of a group, from 0 to `folds` - 1: always the same one. */
export function foldOf(group: string, folds: number): number {
  return parseInt(sha256(group).slice(0, 8), 16) % folds;
}
