import { visible } from '../../model/display.ts';
import type { Decision } from '../../model/policy.ts';
import { bars, type Risk } from '../../model/risks.ts';
import type { StackAnalysis } from '../../stack/analysis.ts';
import { type Chain, type ChainState, chainState } from '../../stack/chains.ts';
import type { Collision, Shadowing } from '../../stack/collisions.ts';
import { type PlacedTool, toolKey } from '../../stack/stack.ts';
import { combinationWords, roleLabels } from '../sentences/combinations.ts';
import { aloneSentence, collisionWords } from '../sentences/stack.ts';
import { shortened } from '../wording.ts';

/** A tool of a stack, ready to show as text. */
export interface ToolView {
  key: string;
  alias: string;
  name: string;
  page: string | null;
  risk: Risk;
  bars: number;
  category: string;
  tokens: number;
}

export function toolView(placed: PlacedTool): ToolView {
  const { alias, tool } = placed;
  return {
    key: toolKey(placed),
    alias: visible(alias),
    name: visible(tool.name),
    page: tool.page,
    risk: tool.risk,
    bars: bars(tool.risk),
    category: tool.category,
    tokens: tool.tokens,
  };
}

/** A tool with the server it is of: "mail/read_mail". */
export const placedName = ({ alias, name }: Pick<ToolView, 'alias' | 'name'>): string => `${alias}/${name}`;

/** A chain, ready to show. */
export interface ChainView {
  id: string;
  title: string;
  meaning: string;
  state: ChainState;
  servers: string[];
  links: { role: string; tools: ToolView[] }[];
  alone: string | null;
}

/** A chain under a policy. */
export function chainView(chain: Chain, decisionOf: (tool: PlacedTool) => Decision): ChainView {
  return {
    id: chain.id,
    ...combinationWords[chain.id],
    state: chainState(chain, decisionOf),
    servers: chain.servers.map(visible),
    links: chain.links.map(({ role, tools }) => ({ role: roleLabels[role], tools: tools.map(toolView) })),
    alone: aloneSentence(chain.alone.map((tool) => placedName(toolView(tool)))),
  };
}

export interface CollisionView {
  what: string;
  tools: ToolView[];
}

export const collisionView = ({ kind, tools }: Collision): CollisionView => ({
  what: collisionWords[kind],
  tools: tools.map(toolView),
});

export interface ShadowView {
  by: ToolView;
  quote: string;
  of: ToolView[];
}

const quoteShown = 240;

export const shadowView = ({ by, quote, of }: Shadowing): ShadowView => ({
  by: toolView(by),
  quote: shortened(visible(quote), quoteShown),
  of: of.map(toolView),
});

/** All that is shown of an analysis besides the servers and the policy. */
export interface StackView {
  counts: { key: Risk; count: number }[];
  tools: ToolView[];
  worst: ToolView[];
  denials: ToolView[];
  chains: ChainView[];
  collisions: CollisionView[];
  shadowings: ShadowView[];
}

/** An analysis under a policy, ready to show. */
export function stackView(found: StackAnalysis, decisionOf: (tool: PlacedTool) => Decision): StackView {
  return {
    counts: found.byRisk.map(({ risk, count }) => ({ key: risk, count })),
    tools: found.tools.map(toolView),
    worst: found.worst.map(toolView),
    denials: found.denials.map(toolView),
    chains: found.chains.map((chain) => chainView(chain, decisionOf)),
    collisions: found.collisions.map(collisionView),
    shadowings: found.shadowings.map(shadowView),
  };
}
