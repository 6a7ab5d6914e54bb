import type { DatabaseSync } from 'node:sqlite';
import { changesOf, type Period, type ServerChanges } from '../model/change.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { definitionTable } from './definitions.ts';
import { periodTable } from './periods.ts';
import type { StoredTool } from './store.ts';

type Periods = ReturnType<typeof periodTable>;
type Definitions = ReturnType<typeof definitionTable>;

/** The day of a moment. */
const dayOf = (moment: string): string => moment.slice(0, 10);

/** The tools of a server as they stand, by name. */
function standingTools(server: string, periods: Periods, definitions: Definitions): StoredTool[] {
  const first = new Map<string, string>();
  return periods.of(server).flatMap(({ tool, hash, from, until }) => {
    const firstSeen = first.get(tool) ?? from;
    first.set(tool, firstSeen);
    if (hash === null || until !== null) return [];
    const definition = definitions.get(hash, `${tool} of ${server}`);
    const changed = from === firstSeen ? null : dayOf(from);
    return [{ definition, hash, firstSeen: dayOf(firstSeen), changed }];
  });
}

function* changedServers(
  since: string,
  periods: Periods,
  definitions: Definitions,
): IterableIterator<ServerChanges> {
  for (const server of periods.serversSince(since)) {
    const its = periods.of(server);
    const find = (hash: string): ToolDefinition => definitions.get(hash, server);
    yield {
      server,
      isNew: its.every(({ from }) => from >= since),
      changes: changesOf(its, since, find),
    };
  }
}

/** Which definition each tool of a server has had, and since when. */
export function toolHistory(database: DatabaseSync, path: string) {
  const periods = periodTable(database);
  const definitions = definitionTable(database, path);
  return {
    oldest: periods.oldestSighting,
    periods: (server: string): Period[] => periods.of(server),
    tools: (server: string): StoredTool[] => standingTools(server, periods, definitions),
    changes: (since: string) => changedServers(since, periods, definitions),
    /**
     * Notes what a list of this moment says: what is new, what became another, what is gone. Returns whether anything
     * is. `version` is the server's.
     */
    see(server: string, listed: readonly ToolDefinition[], at: string, version: string | null): boolean {
      const standing = periods.of(server).filter(({ until }) => until === null);
      const known = new Map(standing.map(({ tool, hash }) => [tool, hash]));
      let hasChanged = false;
      for (const definition of listed) {
        const tool = definition.name;
        const hash = definitions.add(definition);
        if (known.get(tool) !== hash) {
          if (known.has(tool)) periods.close(server, tool, at);
          periods.open(server, { tool, hash, from: at, fromVersion: version });
          hasChanged = true;
        }
        known.delete(tool);
      }
      for (const tool of known.keys()) periods.close(server, tool, at);
      periods.sight(server, at, version);
      return hasChanged || known.size > 0;
    },
    /** Forgets every tool of a server and its days. */
    forget: periods.forget,
    /** Takes over a tool with the days that somebody else has recorded. */
    adopt(server: string, tool: Omit<StoredTool, 'hash'>, version: string | null): void {
      const { definition, firstSeen, changed } = tool;
      const { name } = definition;
      if (changed !== null) {
        periods.open(server, { tool: name, hash: null, from: firstSeen, fromVersion: null });
        periods.close(server, name, changed);
      }
      const hash = definitions.add(definition);
      periods.open(server, { tool: name, hash, from: changed ?? firstSeen, fromVersion: version });
    },
    /** Notes when somebody else has last listed the tools that are taken over. */
    sight: periods.sight,
  };
}
