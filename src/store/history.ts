import { changesOf, type Period, type ServerChanges } from '../model/change.ts';
import { limits } from '../model/limits.ts';
import { type Recorded, recordedPeriods } from '../model/recorded.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { definitionTable } from './definitions.ts';
import { periodTable } from './periods.ts';
import type { Sql } from './sql.ts';
import type { PastTool, StoredTool } from './store.ts';

type Periods = ReturnType<typeof periodTable>;
type Definitions = ReturnType<typeof definitionTable>;
interface Tables {
  periods: Periods;
  definitions: Definitions;
}
type Find = (hash: string, owner: string) => ToolDefinition;

/** The day of a moment. */
const dayOf = (moment: string): string => moment.slice(0, 10);

/** The tools of a server as they stand, by name. */
function standingTools(server: string, periods: readonly Period[], find: Find): StoredTool[] {
  const first = new Map<string, string>();
  return periods.flatMap(({ tool, hash, from, until }) => {
    const firstSeen = first.get(tool) ?? from;
    first.set(tool, firstSeen);
    if (hash === null || until !== null) return [];
    const changed = from === firstSeen ? null : dayOf(from);
    return [{ definition: find(hash, `${tool} of ${server}`), hash, firstSeen: dayOf(firstSeen), changed }];
  });
}

/** The newest definitions that each tool of a server no longer has. One that did not last to the next day is left out. */
function pastTools(server: string, periods: readonly Period[], find: Find): PastTool[] {
  const past = periods.flatMap(({ tool, hash, from, until }) =>
    hash === null || until === null || dayOf(from) === dayOf(until)
      ? []
      : [{ tool, hash, from: dayOf(from), until: dayOf(until) }],
  );
  return [...Map.groupBy(past, ({ tool }) => tool).values()].flatMap((its) =>
    its
      .slice(-limits.pastDefinitions)
      .map(({ tool, hash, ...days }) => ({ definition: find(hash, `${tool} of ${server}`), hash, ...days })),
  );
}

/** Reads the definitions that periods name, and returns how one of them is found. */
async function finder(definitions: Definitions, periods: readonly Period[]): Promise<Find> {
  const hashes = new Set(periods.flatMap(({ hash }) => (hash === null ? [] : [hash])));
  const records = await definitions.among([...hashes]);
  return (hash, owner) => definitions.parse(records.get(hash), owner);
}

async function* changedServers(
  since: string,
  periods: Periods,
  definitions: Definitions,
): AsyncGenerator<ServerChanges> {
  for (const server of await periods.serversSince(since)) {
    const its = await periods.of(server);
    const find = await finder(definitions, its);
    yield {
      server,
      isNew: its.every(({ from }) => from >= since),
      changes: changesOf(its, since, (hash) => find(hash, server)),
    };
  }
}

/** Takes over a server's tools with the definitions and days that somebody else has recorded. */
async function adopt(
  { periods, definitions }: Tables,
  server: string,
  its: Recorded,
  version: string | null,
): Promise<void> {
  await definitions.add([...(its.past ?? []), ...its.tools].map(({ definition }) => definition));
  for (const { until, ...period } of recordedPeriods(its)) {
    await periods.open(server, until === null ? { ...period, fromVersion: version } : period);
    if (until !== null) await periods.close(server, period.tool, until);
  }
}

/**
 * Notes what a list of this moment says: what is new, what became another, what is gone. Returns whether anything
 * is. `version` is the server's.
 */
async function see(
  { periods, definitions }: Tables,
  server: string,
  listed: readonly ToolDefinition[],
  { at, version }: { at: string; version: string | null },
): Promise<boolean> {
  const standing = (await periods.of(server)).filter(({ until }) => until === null);
  const known = new Map(standing.map(({ tool, hash }) => [tool, hash]));
  const hashes = await definitions.add(listed);
  let hasChanged = false;
  for (const [index, { name: tool }] of listed.entries()) {
    const hash = hashes[index] ?? null;
    if (known.get(tool) !== hash) {
      if (known.has(tool)) await periods.close(server, tool, at);
      await periods.open(server, { tool, hash, from: at, fromVersion: version });
      hasChanged = true;
    }
    known.delete(tool);
  }
  for (const tool of known.keys()) await periods.close(server, tool, at);
  await periods.sight(server, at, version);
  return hasChanged || known.size > 0;
}

/** Which definition each tool of a server has had, and since when. */
export function toolHistory(sql: Sql) {
  const periods = periodTable(sql);
  const definitions = definitionTable(sql);
  return {
    oldest: periods.oldestSighting,
    periods: periods.of,
    /** What these servers' tools are and were, by server. */
    async among(servers: readonly string[]): Promise<Map<string, { tools: StoredTool[]; past: PastTool[] }>> {
      const known = await periods.among(servers);
      const find = await finder(definitions, [...known.values()].flat());
      return new Map(
        [...known].map(([server, its]) => [
          server,
          { tools: standingTools(server, its, find), past: pastTools(server, its, find) },
        ]),
      );
    },
    changes: (since: string) => changedServers(since, periods, definitions),
    /** Notes what a list of this moment says. Returns whether anything is new, another or gone. */
    see: (server: string, listed: readonly ToolDefinition[], at: string, version: string | null) =>
      see({ periods, definitions }, server, listed, { at, version }),
    /** Forgets every tool of a server and its days. */
    forget: periods.forget,
    adopt: (server: string, its: Recorded, version: string | null) =>
      adopt({ periods, definitions }, server, its, version),
    /** Notes when somebody else has last listed the tools that are taken over. */
    sight: periods.sight,
  };
}
