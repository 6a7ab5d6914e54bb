import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'jsonc-parser';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { cursor } from '../../../src/policy/formats/cursor.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, matches, textOf, type Decide } from './holds-policies.ts';

const listOf = (files: readonly ExportFile[]): string[] =>
  (parse(textOf(files, 'permissions.json')) as { mcpAllowlist: string[] }).mcpAllowlist;

/** The editor's documented rule: what the list names runs, `*` standing for any text; a person is asked about the rest. */
const read = (files: ExportFile[]) => {
  const list = listOf(files);
  return (tool: string): ReturnType<Decide> =>
    list.some((entry) => matches(entry, `${alias}:${tool}`)) ? 'allow' : 'ask';
};

const commandLineOf = (files: readonly ExportFile[]) =>
  (JSON.parse(textOf(files, 'cli-config.json')) as { permissions: { allow: string[]; deny: string[] } })
    .permissions;

describe('an export for Cursor', () => {
  holdsPolicies(cursor, read);

  const alone = exportPolicy(fiveRules, cursor, { alias, withGuard: false });

  it('lists what runs without asking and nothing else, because the editor has no way to deny', () => {
    assert.deepEqual(Object.keys(parse(textOf(alone.files, 'permissions.json')) as object), ['mcpAllowlist']);
    assert.deepEqual(listOf(alone.files), ['stub:read_item']);
  });

  it('says of each closed tool that a person can still allow it', () => {
    const said = alone.warnings.filter(({ message }) => message.includes('can still allow it'));
    assert.deepEqual(
      said.map(({ tool }) => tool),
      ['delete_item', 'wipe_item'],
    );
  });

  it('denies closed tools to the command line, which can', () => {
    assert.deepEqual(commandLineOf(alone.files), {
      allow: ['Mcp(stub:read_item)'],
      deny: ['Mcp(stub:delete_item)', 'Mcp(stub:wipe_item)'],
    });
  });

  it('leaves a name that would be a pattern out, and says so', () => {
    const policy = samplePolicy({ 'read_*': sampleRule(), '*': sampleRule() });
    const { files, warnings } = exportPolicy(policy, cursor, { alias, withGuard: false });
    assert.deepEqual(listOf(files), []);
    assert.equal(warnings.filter(({ message }) => message.includes('no way to write this name')).length, 2);
  });

  it('asks Cursor to refuse the call when the hook fails', () => {
    const { files, warnings } = exportPolicy(fiveRules, cursor, { alias, withGuard: true });
    const { hooks } = JSON.parse(textOf(files, 'hooks.json')) as {
      hooks: { beforeMCPExecution: { command: string; failClosed: boolean }[] };
    };
    assert.equal(hooks.beforeMCPExecution[0]?.failClosed, true);
    assert.match(hooks.beforeMCPExecution[0].command, /--client cursor /);
    assert.deepEqual(
      warnings.map(({ ability }) => ability),
      ['hide', 'definition'],
    );
  });
});
