import { limits } from '../model/limits.ts';
import type { Decision, Limit, Policy, Preset, ToolRule } from '../model/policy.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { constraintsOf } from './constraints.ts';
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

/** Reading that could hand over credentials is no reading to everyone who asks for it. */
const returnsSecrets = ({ classification: { signals } }: RatedTool): boolean =>
  signals.some(({ id }) => id === 'returns-secrets');

type Bounds = Pick<ToolRule, 'decision' | 'constraints' | 'proposed'>;

/**
 * What bounds the arguments of a tool. Low risk needs no bounds. Strict enforces every condition, so that one to be
 * filled in keeps the tool closed; otherwise a person is asked instead, until somebody has filled it in.
 */
function bound(tool: RatedTool, decision: Decision, preset: Preset): Bounds {
  const all = tool.classification.risk === 'Low' ? [] : constraintsOf(tool);
  if (all.length > limits.toolConstraints)
    return { decision: decision === 'hide' ? decision : 'deny', constraints: [], proposed: [] };
  if (preset === 'strict') return { decision, constraints: all, proposed: [] };
  const constraints = all.filter(({ fill }) => fill === null);
  const proposed = all.filter(({ fill }) => fill !== null);
  const isOpen = decision === 'allow' && proposed.length > 0;
  return { decision: isOpen ? 'ask' : decision, constraints, proposed };
}

/** The rule we recommend for a tool: from its rating, its signals and its input schema. */
export function recommend(tool: RatedTool, preset: Preset): ToolRule {
  const { decision, rates } = ratedRule(tool.classification, preset);
  const isSecret = preset === 'read-only' && returnsSecrets(tool);
  return {
    ...bound(tool, isSecret ? 'hide' : decision, preset),
    limits: rates.map((rate) => limitOf(tool.definition.name, rate)),
    definition: tool.hash,
  };
}

/**
 * The policy of a server over the tools given: all of them, or one for the fragment of a tool page. `ruleOf`: where somebody knows
 * the recommended rules already.
 */
export function policyOf<Tool extends RatedTool>(
  { id, name, tools }: Pick<CatalogueServer, 'id' | 'name'> & { tools: readonly Tool[] },
  preset: Preset,
  ruleOf: (tool: Tool, preset: Preset) => ToolRule = recommend,
): Policy {
  return {
    server: { id, name },
    preset,
    default: 'deny',
    tools: Object.fromEntries(tools.map((tool) => [tool.definition.name, ruleOf(tool, preset)])),
  };
}
