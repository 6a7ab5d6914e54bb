import { contextWindow } from '../model/context-window.ts';
import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer } from '../model/server.ts';

/** Tools that are named as the heaviest. */
const heaviestShown = 5;

/** The tokens of all its definitions together. */
export function serverTokens({ tools }: Pick<CatalogueServer, 'tools'>): number {
  return tools.reduce((sum, tool) => sum + tool.tokens, 0);
}

/** What the definitions of a server cost its users on every request. */
export interface TokenCost {
  tokens: number;
  /** Of the context window, from 0 upwards; 1 is all of it. */
  share: number;
  /**
   * How many of the catalogue's servers with tools cost more, in per cent, rounded up, so that it is 0 for the heaviest only; null for
   * the only one. Whole per cents, because a count would change with every other server.
   */
  heavier: number | null;
  heaviest: { name: string; path: string; tokens: number }[];
}

/** Tells a server's cost among all; null for a server without tools. */
export type TokenCosts = ((server: CatalogueServer) => TokenCost | null) & {
  /** What it says of a server with so many tokens besides these. */
  heavier: (tokens: number) => TokenCost['heavier'];
};

/** How many of these, which are sorted from few to many, are more than a value, in per cent, rounded up; null where it is the only one. */
function heavierThan(sorted: Float64Array, value: number): number | null {
  if (sorted.length < 2) return null;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return Math.ceil((100 * (sorted.length - low)) / sorted.length);
}

/** Counts the catalogue once. */
export function tokenCosts(servers: readonly CatalogueServer[]): TokenCosts {
  return costsAmong(servers.filter(({ tools }) => tools.length > 0).map(serverTokens));
}

/** Tells costs among servers of which only the tokens are known, for each server with tools. */
export function costsAmong(all: readonly number[]): TokenCosts {
  const sorted = Float64Array.from(all).sort();
  const heavier = (tokens: number): TokenCost['heavier'] => heavierThan(sorted, tokens);
  const costOf = (server: CatalogueServer): TokenCost | null => {
    if (server.tools.length === 0) return null;
    const tokens = serverTokens(server);
    const heaviest = server.tools
      .toSorted((a, b) => b.tokens - a.tokens)
      .slice(0, heaviestShown)
      .map((tool) => ({
        name: visible(tool.definition.name),
        path: paths.tool(server.slug, tool.slug),
        tokens: tool.tokens,
      }));
    return {
      tokens,
      share: tokens / contextWindow,
      heavier: heavier(tokens),
      heaviest,
    };
  };
  return Object.assign(costOf, { heavier });
}
