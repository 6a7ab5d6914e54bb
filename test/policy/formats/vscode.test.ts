import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { vscode } from '../../../src/policy/formats/vscode.ts';
import { hostilePolicy } from '../hostile-names.ts';
import {
  catalogueSamplePolicies,
  fiveRules,
  sampleConstraint,
  samplePolicy,
  sampleRule,
} from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';

const eligibleOf = (files: readonly ExportFile[]): Record<string, boolean> => {
  const settings = parse(textOf(files, 'settings.json')) as Record<string, Record<string, boolean>>;
  return settings['chat.tools.eligibleForAutoApproval'] ?? {};
};

/**
 * As isToolEligibleForAutoApproval of VS Code (1.107 to August 2026) reads the setting: by the tool's bare name, with _
 * for full stops. A tool it does not find may be approved for good; a person is asked about it until then.
 */
const mayBeApproved = (files: readonly ExportFile[], tool: string): boolean => {
  const eligible = eligibleOf(files);
  const name = tool.split('.').join('_');
  return !Object.hasOwn(eligible, name) || eligible[name] === true;
};

const asks: Decide = () => 'ask';

describe('an export for VS Code', () => {
  holdsPolicies(vscode, () => asks);

  const { files, warnings } = exportPolicy(fiveRules, vscode, { alias, withGuard: false });

  it('keeps a person from approving for good what should be asked about or is closed', () => {
    assert.deepEqual(
      Object.keys(fiveRules.tools).filter((tool) => mayBeApproved(files, tool)),
      ['read_item'],
    );
  });

  it('lets a person approve for good what the policy allows, of 200 tools of the catalogue, and nothing else', () => {
    for (const policy of catalogueSamplePolicies('balanced')) {
      const { files: out } = exportPolicy(policy, vscode, { alias, withGuard: true });
      for (const [tool, { decision }] of Object.entries(policy.tools))
        assert.equal(mayBeApproved(out, tool), decision === 'allow', tool);
    }
  });

  it('never lets a tool of any name be approved for good that the policy does not allow', () => {
    fc.assert(
      fc.property(hostilePolicy, (policy) => {
        const { files: out, warnings: said } = exportPolicy(policy, vscode, { alias, withGuard: false });
        const isSaid = (tool: string) =>
          said.some(
            (warning) => warning.tool === tool && warning.message.includes('no way to write this name'),
          );
        for (const [tool, { decision }] of Object.entries(policy.tools))
          if (decision !== 'allow') assert.equal(mayBeApproved(out, tool), isSaid(tool), tool);
      }),
    );
  });

  it('names tools without the server, because VS Code ignores a name with it in silence', () => {
    for (const name of Object.keys(eligibleOf(files))) assert.ok(Object.hasOwn(fiveRules.tools, name));
    const dotted = samplePolicy({ 'notes.wipe': sampleRule({ decision: 'deny' }) });
    const { files: out } = exportPolicy(dotted, vscode, { alias, withGuard: false });
    assert.equal(mayBeApproved(out, 'notes.wipe'), false);
  });

  it('says of closed tools that a person can still allow them, and of open ones that a person is asked first', () => {
    const said = (words: string) =>
      warnings.filter(({ message }) => message.includes(words)).map(({ tool }) => tool);
    assert.deepEqual(said('can still allow it'), ['delete_item', 'wipe_item']);
    assert.deepEqual(said('allows no tool in advance'), ['read_item']);
  });

  it('lets a tool within conditions be approved for good only behind the guard', () => {
    const policy = samplePolicy({ write_item: sampleRule({ constraints: [sampleConstraint()] }) });
    const guarded = exportPolicy(policy, vscode, { alias, withGuard: true });
    assert.ok(!mayBeApproved(exportPolicy(policy, vscode, { alias, withGuard: false }).files, 'write_item'));
    assert.ok(mayBeApproved(guarded.files, 'write_item'));
    const { servers } = parse(textOf(guarded.files, 'mcp.json')) as {
      servers: Record<string, { type: string; command: string; args: string[] }>;
    };
    assert.equal(servers.stub?.command, 'node');
    assert.deepEqual(servers.stub.args.slice(-2), ['--', 'YOUR-SERVER-COMMAND']);
    assert.match(guarded.fill.join('\n'), /YOUR-SERVER-COMMAND/);
  });
});
