import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { historySentence } from './sentences/server.ts';

/** Tools of one day that are named. */
const named = 8;

/** What happened to a server's tools on one day, newest day first. */
export interface HistoryRow {
  on: string;
  sentence: string;
  tools: { name: string; path: string }[];
}

type Happening = { tool: CatalogueTool; on: string; kind: 'first-seen' | 'changed' };

/** The days on which the tools that a server lists today were first seen or last changed. What it listed before and no more is not in the catalogue. */
export function serverHistory(server: CatalogueServer): HistoryRow[] {
  const happenings = server.tools.flatMap((tool): Happening[] => [
    { tool, on: tool.firstSeen, kind: 'first-seen' },
    ...(tool.changed === null ? [] : [{ tool, on: tool.changed, kind: 'changed' } as const]),
  ]);
  return [...Map.groupBy(happenings, ({ on, kind }) => `${on} ${kind}`).values()]
    .flatMap((its) => {
      const [first] = its;
      if (first === undefined) return [];
      const { on, kind } = first;
      const isAll = its.length === server.tools.length;
      const tools = isAll ? [] : its.slice(0, named);
      return [
        {
          on,
          sentence: historySentence(kind, its.length, isAll),
          tools: tools.map(({ tool }) => ({
            name: visible(tool.definition.name),
            path: paths.tool(server.slug, tool.slug),
          })),
        },
      ];
    })
    .sort((a, b) => (a.on < b.on ? 1 : -1));
}
