import type { Preset, ToolRule } from '../model/policy.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { exportPolicy } from '../policy/export.ts';
import { policyJson } from '../policy/formats/policy-json.ts';
import { policyOf, type RatedTool, recommend } from '../policy/recommend.ts';

/** The preset whose rules pages show. */
export const shownPreset: Preset = 'balanced';

const rules = new WeakMap<CatalogueTool, ToolRule>();

/** The rule that pages show for a tool. It stands in many lists, so it is worked out once. */
export function shownRule(tool: CatalogueTool): ToolRule {
  const rule = rules.get(tool) ?? recommend(tool, shownPreset);
  rules.set(tool, rule);
  return rule;
}

/** The text of policy.json for the tools given: all of a server, or one. */
export function policyText(
  server: Pick<CatalogueServer, 'id' | 'name'> & { tools: readonly RatedTool[] },
): string {
  const { files } = exportPolicy(policyOf(server, shownPreset), policyJson, {
    alias: server.name,
    withGuard: false,
  });
  return files.map(({ text }) => text).join('\n');
}
