import { bars } from '../model/risks.ts';
import type { ChangeRow, ListedChange } from './change-page.ts';
import { watchedSince } from './changes.ts';
import type { EntryList } from './paging.ts';
import type { ServerFacts } from './server-facts.ts';
import type { ServerRow } from './server-row.ts';
import { watchedSentence } from './sentences/changes.ts';
import { categoryLists, riskLists, type ToolList, toolLists } from './tool-lists.ts';
import { briefOf, byGravity, type Listed, type ToolRow, toolRow } from './tool-row.ts';

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

/** Whether a server that these sources name, each once, is on Placard’s own list or in so many registries that it is well known. */
export const isWellKnown = (sources: readonly string[]): boolean =>
  sources.includes('bundled') || sources.length >= manySources;

/** The gravest of the tools that are rated High or worse, at most two of a server, so that one large server does not fill the list. */
export function gravest(tools: readonly Listed[], number: number): ToolRow[] {
  const taken = new Map<string, number>();
  const chosen = byGravity(tools).filter((entry) => {
    const { server, risk } = briefOf(entry);
    const before = taken.get(server) ?? 0;
    taken.set(server, before + 1);
    return before < 2 && bars(risk) >= bars('High');
  });
  return chosen.slice(0, number).map(toolRow);
}

/** What the home page is made from. */
export interface Counted {
  servers: readonly (Pick<ServerFacts, 'sources'> & { slug: string; row: Pick<ServerRow, 'knownBy'> })[];
  tools: readonly Listed[];
  changes: EntryList<ListedChange>;
  judges: string | null;
}

/** Everything the home page shows of the catalogue. */
export function cataloguePage({ servers, tools, changes, judges }: Counted): CataloguePage {
  const lists = toolLists(tools);
  const known = new Set(servers.filter(({ sources }) => isWellKnown(sources)).map(({ slug }) => slug));
  return {
    servers: servers.length,
    listedServers: servers.filter(({ row }) => row.knownBy === 'started' || row.knownBy === 'asked').length,
    tools: tools.length,
    judges,
    risks: riskLists(lists),
    categories: categoryLists(lists),
    gravest: gravest(
      tools.filter((entry) => known.has(briefOf(entry).server)),
      8,
    ),
    newest: changes.entries.slice(0, 6).map(({ row }) => row),
    watched: watchedSentence(watchedSince(changes)),
  };
}
