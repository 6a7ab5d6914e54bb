import { bars } from '../model/risks.ts';
import type { Chain } from './chains.ts';
import type { PlacedTool } from './stack.ts';

/** One link of each chain, in every way they can be chosen. */
function choices(chains: readonly Chain[]): PlacedTool[][][] {
  return chains.reduce<PlacedTool[][][]>(
    (chosen, { links }) => chosen.flatMap((before) => links.map(({ tools }) => [...before, tools])),
    [[]],
  );
}

const gravity = (tools: ReadonlySet<PlacedTool>): number =>
  [...tools].reduce((sum, { tool }) => sum + bars(tool.risk), 0);

/**
 * The smallest set of tools that breaks every chain when they are denied; of several, the one whose tools are gravest.
 *
 * Any tool of a link can stand for it, so a chain is broken only when one of its links has lost all its tools: otherwise a tool is
 * left of each. The smallest set is therefore a union of one link for each chain, and trying all of these unions finds it exactly.
 * There are as many as the product of the lengths of the chains: at most 24.
 */
export function smallestDenials(chains: readonly Chain[]): PlacedTool[] {
  const sets = choices(chains).map((links) => new Set(links.flat()));
  const [best] = sets.sort((a, b) => a.size - b.size || gravity(b) - gravity(a));
  return [...(best ?? [])];
}
