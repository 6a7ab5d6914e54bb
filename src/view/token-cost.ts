import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { contextWindow } from '../model/context-window.ts';
import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';

/** Tools that are named as the heaviest. */
const heaviestShown = 5;

/** What tokens are counted of. */
type Defined = Pick<CatalogueTool, 'definition'>;

const counted = new WeakMap<Defined, number>();

/** What clients hand on to a model of a tool: the fields that the model interfaces have a place for. */
function handedOn({ definition: { name, description, inputSchema } }: Defined): string {
  return JSON.stringify({ name, description, inputSchema });
}

/**
 * The tokens of a tool's name, description and input schema as JSON without white space: what stands before the model
 * on every request. Counted with o200k_base; other models' encodings differ.
 */
export function toolTokens(tool: Defined): number {
  const known = counted.get(tool);
  if (known !== undefined) return known;
  // Definitions may spell out a control token: here it is text like any other.
  const tokens = countTokens(handedOn(tool), { disallowedSpecial: new Set() });
  counted.set(tool, tokens);
  return tokens;
}

/** Tells how many tokens a tool has, so that they need not be counted. */
export function knowTokens(tool: CatalogueTool, tokens: number): void {
  counted.set(tool, tokens);
}

export function serverTokens({ tools }: Pick<CatalogueServer, 'tools'>): number {
  return tools.reduce((sum, tool) => sum + toolTokens(tool), 0);
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
      .toSorted((a, b) => toolTokens(b) - toolTokens(a))
      .slice(0, heaviestShown)
      .map((tool) => ({
        name: visible(tool.definition.name),
        path: paths.tool(server.slug, tool.slug),
        tokens: toolTokens(tool),
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
