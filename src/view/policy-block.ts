import type { Policy, Preset, ToolRule } from '../model/policy.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { exportPolicy } from '../policy/export.ts';
import { policyJson } from '../policy/formats/policy-json.ts';
import { policyOf, recommend } from '../policy/recommend.ts';

/** The preset whose rules pages show. */
export const shownPreset: Preset = 'balanced';

const rules = new WeakMap<CatalogueTool, ToolRule>();

/** The rule that pages show for a tool. It stands in many lists, so it is worked out once. */
export function shownRule(tool: CatalogueTool): ToolRule {
  const rule = rules.get(tool) ?? recommend(tool, shownPreset);
  rules.set(tool, rule);
  return rule;
}

/** The policy that pages show of these tools of a server: all of them, or one. */
export function shownPolicy(server: Pick<CatalogueServer, 'id' | 'name' | 'tools'>): Policy {
  return policyOf(server, shownPreset, shownRule);
}

/** The text of policy.json for a policy. */
export function policyText(policy: Policy): string {
  const { files } = exportPolicy(policy, policyJson, { alias: policy.server.name, withGuard: false });
  return files.map(({ text }) => text).join('\n');
}
