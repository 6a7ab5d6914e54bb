import { hashOf } from '../../../src/model/canonical.ts';
import type { Json } from '../../../src/model/json.ts';
import type { CatalogueServer, CatalogueTool } from '../../../src/model/server.ts';
import { definitionTokens } from '../../../src/model/tokens.ts';
import { type Chance } from './chance.ts';

/** A level that is not this one. */
export const otherRisk = {
  Low: 'Medium',
  Medium: 'High',
  High: 'Critical',
  Critical: 'High',
  Unknown: 'Low',
} as const;

function changedTool(tool: CatalogueTool, draw: Chance): CatalogueTool {
  const { definition, classification } = tool;
  if (draw.happens(0.15))
    return { ...tool, classification: { ...classification, risk: otherRisk[classification.risk] } };
  const said = `${definition.description ?? ''} It answers within ${draw.below(90) + 10} seconds.`.trim();
  const changed = { ...definition, description: said };
  const facts = { hash: hashOf(changed as Json), tokens: definitionTokens(changed) };
  return { ...tool, definition: changed, ...facts, changed: '2026-11-21' };
}

/** A server of which something beside its tools is another: its name, which all of its tools' pages show, or what is said of it. */
function changedHead(server: CatalogueServer, draw: Chance): CatalogueServer {
  if (draw.happens(0.3)) return { ...server, name: `${server.name} Two` };
  return { ...server, description: `${server.description ?? ''} Since ${draw.below(20) + 2000}.`.trim() };
}

/**
 * The catalogue after a day: of so many tools, from 0 to 1, the description changed or, of one in seven, the level. Of as many servers in a
 * hundred one is gone, of ten a tool is, and of twenty the name or the description is another.
 */
export function* changedCatalogue(
  servers: Iterable<CatalogueServer>,
  draw: Chance,
  share: number,
): Generator<CatalogueServer> {
  for (const server of servers) {
    if (draw.happens(share / 100)) continue;
    const tools = draw.happens(share / 10) ? server.tools.slice(1) : server.tools;
    const head = draw.happens(share / 20) ? changedHead(server, draw) : server;
    yield { ...head, tools: tools.map((tool) => (draw.happens(share) ? changedTool(tool, draw) : tool)) };
  }
}
