import type { CatalogueServer } from '../model/server.ts';
import type { Preset } from '../model/policy.ts';
import { exportPolicy } from '../policy/export.ts';
import { policyJson } from '../policy/formats/policy-json.ts';
import { policyOf, type RatedTool } from '../policy/recommend.ts';

/** The preset whose rules pages show. */
export const shownPreset: Preset = 'balanced';

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
