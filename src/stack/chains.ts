import { categoriesByWeight } from '../model/categories.ts';
import type { Decision } from '../model/policy.ts';
import { bars } from '../model/risks.ts';
import { type CombinationId, combinationIds, combinations, plays, type RoleId } from './roles.ts';
import type { PlacedTool } from './stack.ts';

/** Tools that together can do what none should: each link is a role, and any tool of a link can stand for it. */
export interface Chain {
  id: CombinationId;
  /** Each with at least one tool, gravest first. */
  links: { role: RoleId; tools: PlacedTool[] }[];
  /** The aliases of the servers that take part, in the order of the stack. */
  servers: string[];
  /** Tools that play every role, so that each is a chain of its own. */
  alone: PlacedTool[];
}

const weight = ({ tool: { risk, category } }: PlacedTool): number =>
  bars(risk) * 10 - categoriesByWeight.indexOf(category);

/** The same tools, gravest first; among equals in the order of the stack. */
export function gravestFirst(tools: readonly PlacedTool[]): PlacedTool[] {
  return tools.toSorted((a, b) => weight(b) - weight(a));
}

/** The chains that these tools form: every combination of which each role is played by a tool. */
export function chainsOf(tools: readonly PlacedTool[]): Chain[] {
  const sorted = gravestFirst(tools);
  return combinationIds.flatMap((id): Chain[] => {
    const links = combinations[id].map((role) => ({
      role,
      tools: sorted.filter(({ tool }) => plays(tool, role)),
    }));
    if (links.some((link) => link.tools.length === 0)) return [];
    const involved = new Set(links.flatMap((link) => link.tools.map(({ alias }) => alias)));
    const servers = [...new Set(tools.map(({ alias }) => alias))].filter((alias) => involved.has(alias));
    const alone = sorted.filter((tool) => links.every((link) => link.tools.includes(tool)));
    return [{ id, links, servers, alone }];
  });
}

/** open: the agent can walk it by itself. asked: only past a person's yes. broken: a link has no tool left. */
export type ChainState = 'open' | 'asked' | 'broken';

/** What a policy makes of a chain. */
export function chainState({ links }: Chain, decisionOf: (tool: PlacedTool) => Decision): ChainState {
  const isMet = (allowed: readonly Decision[]): boolean =>
    links.every((link) => link.tools.some((tool) => allowed.includes(decisionOf(tool))));
  if (isMet(['allow'])) return 'open';
  return isMet(['allow', 'ask']) ? 'asked' : 'broken';
}
