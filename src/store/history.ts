import type { DatabaseSync } from 'node:sqlite';
import { changesOf, type Period, type ServerChanges } from '../model/change.ts';
import { limits } from '../model/limits.ts';
import { type Recorded, recordedPeriods } from '../model/recorded.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { definitionTable } from './definitions.ts';
import { periodTable } from './periods.ts';
import type { PastTool, StoredTool } from './store.ts';

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

/** The newest definitions that each tool of a server no longer has. One that did not last to the next day is left out. */
function pastTools(server: string, periods: Periods, definitions: Definitions): PastTool[] {
  const past = periods.of(server).flatMap(({ tool, hash, from, until }) => {
    if (hash === null || until === null || dayOf(from) === dayOf(until)) return [];
    const definition = definitions.get(hash, `${tool} of ${server}`);
    return [{ definition, hash, from: dayOf(from), until: dayOf(until) }];
  });
  const byTool = Map.groupBy(past, ({ definition }) => definition.name);
  return [...byTool.values()].flatMap((its) => its.slice(-limits.pastDefinitions));
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
    past: (server: string): PastTool[] => pastTools(server, periods, definitions),
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
    /** Takes over a server's tools with the definitions and days that somebody else has recorded. */
    adopt: (server: string, its: Recorded, version: string | null): void => {
      for (const { definition } of [...(its.past ?? []), ...its.tools]) definitions.add(definition);
      for (const { until, ...period } of recordedPeriods(its)) {
        periods.open(server, until === null ? { ...period, fromVersion: version } : period);
        if (until !== null) periods.close(server, period.tool, until);
      }
    },
    /** Notes when somebody else has last listed the tools that are taken over. */
    sight: periods.sight,
  };
}
