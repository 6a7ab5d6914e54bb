import type { Limit, Policy, Preset, ToolRule } from '../model/policy.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { ratedRule, type Rate } from './table.ts';

/** What a rule is made from. */
export type RatedTool = Pick<CatalogueTool, 'definition' | 'hash' | 'classification'>;

/** Each tool counts for itself: no other tool's counter has this name. */
const limitOf = (tool: string, { window, max }: Rate): Limit => ({
  counter: `${tool}_per_${window}`,
  window,
  max,
  scope: 'grant',
});

/** The rule we recommend for a tool: from its rating, its signals and its input schema. */
export function recommend(tool: RatedTool, preset: Preset): ToolRule {
  const { decision, rates } = ratedRule(tool.classification, preset);
  return {
    decision,
    limits: rates.map((rate) => limitOf(tool.definition.name, rate)),
    constraints: [],
    proposed: [],
    definition: tool.hash,
  };
}

/** The policy of a server over the tools given: all of them, or one for the fragment of a tool page. */
export function policyOf(
  { id, name, tools }: Pick<CatalogueServer, 'id' | 'name'> & { tools: readonly RatedTool[] },
  preset: Preset,
): Policy {
  return {
    server: { id, name },
    preset,
    default: 'deny',
    tools: Object.fromEntries(tools.map((tool) => [tool.definition.name, recommend(tool, preset)])),
  };
}
