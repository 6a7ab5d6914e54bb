import type { CatalogueServer } from '../model/server.ts';
import { type CombinationId, combinationIds, combinations, plays } from '../stack/roles.ts';
import { combinationWords, roleLabels } from './sentences/combinations.ts';
import { byGravity, listed, type ToolLink, toolLink } from './tool-row.ts';

/** Tools of one role that are named. */
const named = 6;

/** A combination that a server's tools form, and the tools that form it. */
export interface Combination {
  title: string;
  meaning: string;
  parts: { role: string; tools: ToolLink[]; more: number }[];
}

function combinationOf(server: CatalogueServer, id: CombinationId): Combination[] {
  const parts = combinations[id].map((role) => ({
    role,
    found: byGravity(listed([server])).filter(({ tool }) => plays(tool.classification, role)),
  }));
  const involved = new Set(parts.flatMap(({ found }) => found.map(({ tool }) => tool)));
  if (involved.size < 2 || parts.some(({ found }) => found.length === 0)) return [];
  return [
    {
      ...combinationWords[id],
      parts: parts.map(({ role, found }) => ({
        role: roleLabels[role],
        tools: found.slice(0, named).map(toolLink),
        more: Math.max(0, found.length - named),
      })),
    },
  ];
}

/** What the tools of a server can do together, proved by their signals. At least two tools are needed for each. */
export function combinationsOf(server: CatalogueServer): Combination[] {
  return combinationIds.flatMap((id) => combinationOf(server, id));
}
