import { type Risk, risksByWeight } from '../model/risks.ts';
import { contextWindow } from '../model/context-window.ts';
import { type Chain, chainsOf, gravestFirst } from './chains.ts';
import { type Collision, collisionsOf, type Shadowing, shadowings } from './collisions.ts';
import { smallestDenials } from './denials.ts';
import { type PlacedTool, type StackMember, toolsOf } from './stack.ts';

/** Tools that are named as the worst. */
const worstShown = 10;

/** What the servers of a stack can do together. */
export interface StackAnalysis {
  /** Gravest first. */
  tools: PlacedTool[];
  /** How many tools have each risk, worst first; none left out. */
  byRisk: { risk: Risk; count: number }[];
  /** Aliases of the servers whose tools nobody has listed: what they can do is not in any figure here. */
  unknown: string[];
  /** Tokens of all definitions together: what stands before the model on each request. */
  tokens: number;
  /** Of a context window of 200,000 tokens, from 0 upwards. */
  share: number;
  worst: PlacedTool[];
  collisions: Collision[];
  shadowings: Shadowing[];
  chains: Chain[];
  /** The smallest set of tools whose denial breaks every chain. */
  denials: PlacedTool[];
}

/** Analyses a stack. Pure, and linear in its tools but for sorting them. */
export function analyse(stack: readonly StackMember[]): StackAnalysis {
  const all = toolsOf(stack);
  const tools = gravestFirst(all);
  const tokens = all.reduce((sum, { tool }) => sum + tool.tokens, 0);
  const chains = chainsOf(all);
  return {
    tools,
    byRisk: risksByWeight.map((risk) => ({
      risk,
      count: all.filter(({ tool }) => tool.risk === risk).length,
    })),
    unknown: stack.filter(({ server }) => server.tools === null).map(({ alias }) => alias),
    tokens,
    share: tokens / contextWindow,
    worst: tools.slice(0, worstShown),
    collisions: collisionsOf(all),
    shadowings: shadowings(all),
    chains,
    denials: gravestFirst(smallestDenials(chains)),
  };
}
