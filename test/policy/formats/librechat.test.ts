import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { configSchema, normalizeServerName, splitMCPToolKey } from 'librechat-data-provider';
import { parse } from 'yaml';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { librechat } from '../../../src/policy/formats/librechat.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, matches, textOf, type Decide } from './holds-policies.ts';

/** LibreChat's own schema, which ignores unknown keys unless it is told not to. */
function approval(files: ExportFile[]): { mode: string; allow: string[]; ask: string[]; deny: string[] } {
  const configuration = configSchema.strict().parse(parse(textOf(files, 'librechat.yaml')));
  const { mode, allow, ask, deny, enabled } = configuration.endpoints?.agents?.toolApproval ?? {};
  assert.equal(enabled, true);
  return { mode: mode ?? 'default', allow: allow ?? [], ask: ask ?? [], deny: deny ?? [] };
}

/** As createToolPolicyHook of @librechat/agents decides, under the name that models see: deny, ask, allow, then the mode. */
function read(files: ExportFile[]): Decide {
  const { mode, allow, ask, deny } = approval(files);
  return (tool) => {
    const name = `${tool}_mcp_${normalizeServerName(alias)}`;
    const isIn = (patterns: string[]): boolean => patterns.some((pattern) => matches(pattern, name));
    if (isIn(deny)) return 'deny';
    if (isIn(ask)) return 'ask';
    if (isIn(allow)) return 'allow';
    return mode === 'dontAsk' ? 'deny' : 'ask';
  };
}

describe('LibreChat', () => {
  holdsPolicies(librechat, read);

  it('names tools so that LibreChat finds server and tool in the name', () => {
    const { files } = exportPolicy(fiveRules, librechat, { alias, withGuard: false });
    const { allow, ask, deny } = approval(files);
    const found = [...allow, ...ask, ...deny].map((key) => splitMCPToolKey(key, [alias]));
    assert.deepEqual(found.map(([tool]) => tool).sort(), Object.keys(fiveRules.tools).sort());
    assert.ok(found.every(([, server]) => server === alias));
  });

  it('writes no rule for a name with *, which would also hold for other tools', () => {
    const policy = samplePolicy({ 'read_*': sampleRule(), read_all: sampleRule({ decision: 'hide' }) });
    const { files, warnings } = exportPolicy(policy, librechat, { alias, withGuard: false });
    assert.deepEqual(approval(files).allow, []);
    assert.ok(warnings.some(({ tool }) => tool === 'read_*'));
  });

  it('denies a tool that the policy does not name', () => {
    const { files } = exportPolicy(fiveRules, librechat, { alias, withGuard: false });
    assert.equal(read(files)('new_tool', fiveRules.tools.read_item as never), 'deny');
  });

  for (const fault of ['my server', '', 'a_mcp_b', 'ä'])
    it(`refuses ${JSON.stringify(fault)} as the name of a server`, () => {
      assert.match(librechat.aliasFault(fault) ?? '', /\.$/);
    });
});
