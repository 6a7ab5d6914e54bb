import { type Category, categoriesByWeight } from '../model/categories.ts';
import { wordsOf } from '../model/name-words.ts';
import { paths } from '../model/paths.ts';
import { bars, type Risk, risksByWeight } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { judgesOf, riskTitle } from './sentences.ts';
import { byGravity, byName, type Listed, listed, type ToolRow, toolRow } from './tool-row.ts';

/** A list of tools with an address of its own. Its count is the length of its rows and nothing else. */
export interface ToolList {
  /** Path segment, such as `high` or `destructive`. */
  slug: string;
  path: string;
  title: string;
  facet: { risk: Risk } | { category: Category };
  tools: readonly Listed[];
}

/** What the home page counts, and the lists the counts lead to. */
export interface CataloguePage {
  servers: number;
  /** Servers whose tools have been listed. */
  listedServers: number;
  tools: number;
  judges: string | null;
  risks: ToolList[];
  categories: ToolList[];
  gravest: ToolRow[];
}

/** Tools of one risk, one list for each level, empty ones included. */
export function riskLists(tools: readonly Listed[]): ToolList[] {
  return risksByWeight.map((risk) => ({
    slug: risk.toLowerCase(),
    path: paths.toolsOfRisk(risk),
    title: riskTitle(risk),
    facet: { risk },
    tools: tools.filter(({ tool }) => tool.classification.risk === risk),
  }));
}

/** Tools of one category, one list for each, empty ones included. */
export function categoryLists(tools: readonly Listed[]): ToolList[] {
  return categoriesByWeight.map((category) => ({
    slug: category.toLowerCase(),
    path: paths.toolsOfCategory(category),
    title: category,
    facet: { category },
    tools: tools.filter(({ tool }) => tool.classification.category === category),
  }));
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
  return {
    servers: servers.length,
    listedServers: servers.filter(({ inspection }) => inspection !== null).length,
    tools: tools.length,
    judges: judgesOf(tools.map(({ tool }) => tool.classification)),
    risks: riskLists(tools),
    categories: categoryLists(tools),
    gravest: gravest(tools, 8),
  };
}

/** Tools by first letter, A to Z, then everything that starts with none of these. */
export function alphabet(tools: readonly Listed[]): { letter: string; id: string; tools: ToolRow[] }[] {
  const groups = Map.groupBy(byName(tools), ({ tool }) => {
    const first = wordsOf(tool.definition.name)[0]?.charAt(0) ?? '';
    return /^[a-z]$/.test(first) ? first.toUpperCase() : 'Other';
  });
  return [...groups]
    .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    .map(([letter, group]) => ({ letter, id: `letter-${letter.toLowerCase()}`, tools: group.map(toolRow) }));
}
