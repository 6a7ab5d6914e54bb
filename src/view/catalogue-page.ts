import { bars } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { type ChangeRow, changeRow } from './change-page.ts';
import { changeList, watchedSince } from './changes.ts';
import { judgesOf } from './sentences.ts';
import { watchedSentence } from './sentences/changes.ts';
import { categoryLists, riskLists, type ToolList, toolLists } from './tool-lists.ts';
import { byGravity, type Listed, listed, type ToolRow, toolRow } from './tool-row.ts';

/** What the home page counts, and the lists the counts lead to. */
export interface CataloguePage {
  servers: number;
  /** Servers whose tools have been listed. */
  listedServers: number;
  tools: number;
  judges: string | null;
  risks: ToolList[];
  categories: ToolList[];
  /** Of well-known servers. */
  gravest: ToolRow[];
  newest: ChangeRow[];
  watched: string;
}

/** How many sources have to list a server before it counts as well known, unless Placard’s own list has it. */
const manySources = 3;

/** Whether a server is on Placard’s own list or in so many registries that it is well known. */
export function isWellKnown({ sources }: Pick<CatalogueServer, 'sources'>): boolean {
  const names = new Set(sources.map(({ source }) => source));
  return names.has('bundled') || names.size >= manySources;
}

/** The gravest of the tools that are rated High or worse, at most two of a server, so that one large server does not fill the list. */
export function gravest(tools: readonly Listed[], number: number): ToolRow[] {
  const taken = new Map<string, number>();
  const chosen = byGravity(tools).filter(({ server, tool }) => {
    const before = taken.get(server.id) ?? 0;
    taken.set(server.id, before + 1);
    return before < 2 && bars(tool.classification.risk) >= bars('High');
  });
  return chosen.slice(0, number).map(toolRow);
}

/** Everything the home page shows of the catalogue. */
export function cataloguePage(servers: readonly CatalogueServer[]): CataloguePage {
  const tools = listed(servers);
  const lists = toolLists(tools);
  const changes = changeList(servers);
  return {
    servers: servers.length,
    listedServers: servers.filter(({ inspection }) => inspection !== null).length,
    tools: tools.length,
    judges: judgesOf(tools.map(({ tool }) => tool.classification)),
    risks: riskLists(lists),
    categories: categoryLists(lists),
    gravest: gravest(listed(servers.filter(isWellKnown)), 8),
    newest: changes.entries.slice(0, 6).map(changeRow),
    watched: watchedSentence(watchedSince(changes)),
  };
}
