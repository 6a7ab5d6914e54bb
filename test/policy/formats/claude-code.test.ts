import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ExportFile } from '../../../src/policy/format.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { claudeCode } from '../../../src/policy/formats/claude-code.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, matches, textOf, type Decide } from './holds-policies.ts';

interface Settings {
  permissions: { allow: string[]; ask: string[]; deny: string[] };
  hooks?: { PreToolUse: { matcher: string; hooks: { command: string; timeout: number }[] }[] };
}

const settingsOf = (files: readonly ExportFile[]): Settings =>
  JSON.parse(textOf(files, 'settings.json')) as Settings;

/** Claude Code's own spelling, from its documentation and from what version 2.1.329 was seen to do. */
const spelled = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charAt(at))
    .map((unit) =>
      'abcdefghijklmnopqrstuvwxyz0123456789_-'.includes(unit.toLowerCase()) && unit < '\u0080' ? unit : '_',
    )
    .join('');

/** Its documented order: what is denied, then what is asked, then what is allowed; whatever no rule names is asked. */
const read = (files: ExportFile[]) => {
  const { permissions } = settingsOf(files);
  return (tool: string): ReturnType<Decide> => {
    const name = `mcp__${alias}__${spelled(tool)}`;
    for (const list of ['deny', 'ask', 'allow'] as const)
      if (permissions[list].some((rule) => matches(rule, name))) return list;
    return 'ask';
  };
};

const rulesOf = (files: readonly ExportFile[]): string[] =>
  Object.values(settingsOf(files).permissions).flat();

const guarded = exportPolicy(fiveRules, claudeCode, { alias, withGuard: true });

describe('an export for Claude Code', () => {
  holdsPolicies(claudeCode, read);

  it('lists each tool under what happens to its calls', () => {
    assert.deepEqual(
      settingsOf(exportPolicy(fiveRules, claudeCode, { alias, withGuard: true }).files).permissions,
      {
        allow: ['mcp__stub__read_item', 'mcp__stub__write_item'],
        ask: ['mcp__stub__exec_item'],
        deny: ['mcp__stub__delete_item', 'mcp__stub__wipe_item'],
      },
    );
  });

  it('puts no argument into a rule, because Claude Code ignores such a rule in silence', () => {
    for (const rule of rulesOf(guarded.files)) assert.match(rule, /^mcp__[A-Za-z0-9_-]+__[A-Za-z0-9_-]+$/);
  });

  it('asks about a tool whose condition it cannot hold, and names the guard', () => {
    const { files, warnings } = exportPolicy(fiveRules, claudeCode, { alias, withGuard: false });
    assert.equal(read(files)('write_item'), 'ask');
    assert.match(warnings.find(({ ability }) => ability === 'arguments')?.message ?? '', /env .*guard/);
  });

  it('allows nothing by a pattern, because a later tool would be allowed with it', () => {
    for (const rule of settingsOf(guarded.files).permissions.allow) assert.ok(!rule.includes('*'));
  });

  it('gives tools that differ only in characters Claude Code replaces the stricter rule, and says so', () => {
    const policy = samplePolicy({
      'notes.read': sampleRule(),
      notes_read: sampleRule({ decision: 'deny' }),
    });
    const { files, warnings } = exportPolicy(policy, claudeCode, { alias, withGuard: false });
    assert.deepEqual(rulesOf(files), ['mcp__stub__notes_read']);
    assert.equal(read(files)('notes.read'), 'deny');
    assert.match(warnings.find(({ tool }) => tool === 'notes.read')?.message ?? '', /one name .*deny/);
  });

  it('spells the user’s own name for the server as Claude Code does, and refuses one that would be cut', () => {
    const { files } = exportPolicy(fiveRules, claudeCode, { alias: 'my srv.v2', withGuard: false });
    assert.ok(rulesOf(files).includes('mcp__my_srv_v2__read_item'));
    for (const wrong of ['a__b', 'a. b', 'ab_', '', 'a\nb', 'a\u200bb'])
      assert.notEqual(claudeCode.aliasFault(wrong), null);
  });

  it('starts the guard before every tool of the server, with a matcher that is a pattern', () => {
    const [entry] = settingsOf(guarded.files).hooks?.PreToolUse ?? [];
    assert.equal(entry?.matcher, 'mcp__stub__.*');
    assert.match(
      entry.hooks[0]?.command ?? '',
      /--client claude-code --policy "\$CLAUDE_PROJECT_DIR"\/\.claude\/placard-stub\.json/,
    );
  });

  it('has no hook where the guard is not wanted', () => {
    const { files } = exportPolicy(fiveRules, claudeCode, { alias, withGuard: false });
    assert.equal(settingsOf(files).hooks, undefined);
    assert.equal(files.length, 1);
  });
});
