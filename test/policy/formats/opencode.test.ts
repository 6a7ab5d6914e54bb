import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { opencode } from '../../../src/policy/formats/opencode.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, matches, textOf, type Decide } from './holds-policies.ts';

const permissionOf = (files: readonly ExportFile[]): Record<string, 'allow' | 'ask' | 'deny'> =>
  (JSON.parse(textOf(files, 'opencode.json')) as { permission: Record<string, 'allow' | 'ask' | 'deny'> })
    .permission;

/** OpenCode's documented rule: of all patterns that match, the last one written decides; without one it asks. */
const read = (files: ExportFile[]) => {
  const rules = Object.entries(permissionOf(files));
  return (tool: string): ReturnType<Decide> => {
    const name = `${alias}_${tool.replace(/[^a-zA-Z0-9_-]/g, '_')}`;
    return rules.findLast(([pattern]) => matches(pattern, name))?.[1] ?? 'ask';
  };
};

/** What the compiler says against a configuration, checked with the types that OpenCode's own package publishes. */
function faults(text: string): string[] {
  const file = 'test/policy/formats/configuration.ts';
  const source = `import type { Config } from '@opencode-ai/sdk/v2/types';\nexport const config: Config = ${text};`;
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ESNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const withFile: ts.CompilerHost = {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === file
        ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext)
        : host.getSourceFile(name, ...rest),
  };
  const program = ts.createProgram([file], options, withFile);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('an export for OpenCode', () => {
  holdsPolicies(opencode, read);

  const { files } = exportPolicy(fiveRules, opencode, { alias, withGuard: true });

  it('denies the whole server first, because the last rule that matches wins', () => {
    assert.deepEqual(Object.entries(permissionOf(files)), [
      ['stub_*', 'deny'],
      ['stub_read_item', 'allow'],
      ['stub_write_item', 'allow'],
      ['stub_exec_item', 'ask'],
      ['stub_delete_item', 'deny'],
      ['stub_wipe_item', 'deny'],
    ]);
  });

  it('denies a tool that it does not name', () => {
    assert.equal(read(files)('added_later'), 'deny');
  });

  it('has no pattern on arguments, because OpenCode ignores those of a server’s tools', () => {
    for (const action of Object.values(permissionOf(files))) assert.equal(typeof action, 'string');
  });

  it('is a configuration by OpenCode’s own types, with the guard in front of the server', () => {
    const text = textOf(files, 'opencode.json');
    assert.deepEqual(faults(text), []);
    assert.notDeepEqual(faults(text.replace('"deny"', '"denied"')), []);
    assert.notDeepEqual(faults(text.replace('"local"', '"stdio"')), []);
  });

  it('gives tools that OpenCode calls by one name the stricter rule, and says so', () => {
    const policy = samplePolicy({ 'a.b': sampleRule(), a_b: sampleRule({ decision: 'ask' }) });
    const { files: out, warnings } = exportPolicy(policy, opencode, { alias, withGuard: false });
    assert.equal(read(out)('a.b'), 'ask');
    assert.equal(warnings.filter(({ message }) => message.includes('one name')).length, 2);
  });

  it('refuses a name whose rules would hold for OpenCode’s own permissions', () => {
    for (const wrong of ['external', 'doom', 'a b', '']) assert.notEqual(opencode.aliasFault(wrong), null);
  });
});
