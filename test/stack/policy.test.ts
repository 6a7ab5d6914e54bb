import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse as parseToml } from 'smol-toml';
import type { Decision } from '../../src/model/policy.ts';
import { formats } from '../../src/policy/formats.ts';
import { lint } from '../../src/policy/lint/lint.ts';
import { ways } from '../../src/policy/several.ts';
import { linters } from '../../src/policy/lint/linters.ts';
import { type AliasedPolicy, decisions, exportStack, stackPolicies } from '../../src/stack/policy.ts';
import { toolKey } from '../../src/stack/stack.ts';
import { policiesOf } from '../../src/view/policies-page.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { stackTool } from './stacks.ts';

const files = sampleServer('files', [
  sampleTool({ name: 'read' }),
  sampleTool({ name: 'wipe' }, { category: 'Destructive', risk: 'High' }),
  sampleTool({ name: 'run' }, { category: 'Execute', risk: 'High' }),
]);
const mail = sampleServer('mail', [
  sampleTool({ name: 'read' }, { risk: 'High' }),
  sampleTool({ name: 'send' }, { category: 'Write', risk: 'Medium' }),
]);
const members = [
  { alias: 'files', policies: policiesOf(files) },
  { alias: 'post', policies: policiesOf(mail) },
  { alias: 'dark', policies: null },
];
const balanced = stackPolicies(members, 'balanced', new Map());

describe('the policy of a stack', () => {
  it('is that of each server under the user’s own name, and leaves out what nobody knows', () => {
    assert.deepEqual(
      balanced.map(({ alias }) => alias),
      ['files', 'post'],
    );
    const decide = decisions(balanced);
    const of = (alias: string, name: string) => decide({ alias, server: alias, tool: stackTool(name) });
    assert.deepEqual(
      [of('files', 'read'), of('post', 'read'), of('files', 'wipe')],
      ['allow', 'ask', 'hide'],
    );
    assert.equal(of('dark', 'any'), 'deny');
    assert.equal(of('post', 'constructor'), 'deny');
  });

  it('follows a toggle for one tool and no other', () => {
    const toggles = new Map<string, Decision>([[toolKey({ alias: 'post', tool: { name: 'read' } }), 'deny']]);
    const decide = decisions(stackPolicies(members, 'balanced', toggles));
    const of = (alias: string) => decide({ alias, server: alias, tool: stackTool('read') });
    assert.deepEqual([of('files'), of('post')], ['allow', 'deny']);
  });
});

/** What the program makes of each tool, by our reading of its files; null for files that no program of ours reads. */
function standings(
  policies: readonly AliasedPolicy[],
  format: (typeof formats)[number],
): Map<string, Decision> {
  const found = new Map<string, Decision>();
  for (const { text, name } of exportStack(policies, format, false).files) {
    if (/^placard-|\.sh$|^openai-agents/.test(name)) continue;
    const servers = policies.map(({ alias, policy }) => ({ alias, tools: Object.keys(policy.tools) }));
    const own = servers.filter(({ alias }) => name.includes(alias));
    for (const part of text.split(/^---\n/m)) {
      const about =
        format.id === 'envoy' ? servers.filter(({ alias }) => part.includes(`backend: ${alias}`)) : servers;
      for (const { alias, tools } of lint(part, own.length > 0 ? own : about).servers)
        for (const { tool, decision } of tools) found.set(`${name} ${alias} ${tool}`, decision);
    }
  }
  return found;
}

const strict: readonly Decision[] = ['allow', 'ask', 'deny', 'hide'];

describe('the files of a stack', () => {
  it('have a way to become one in every format', () => {
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !Object.hasOwn(ways, id)),
      [],
    );
  });

  it('can be had in every format, with the guard and without', () => {
    for (const format of formats)
      for (const withGuard of [false, true]) {
        const { files: made, faults } = exportStack(balanced, format, withGuard);
        assert.ok(made.length > 0, format.id);
        assert.deepEqual(faults, [], format.id);
        assert.equal(new Set(made.map(({ name }) => name)).size, made.length, format.id);
        for (const { language, text } of made)
          if (language === 'json' || language === 'jsonc')
            assert.doesNotThrow(() => JSON.parse(text), format.id);
          else if (language === 'toml') assert.doesNotThrow(() => parseToml(text), format.id);
      }
  });

  const readable = formats.filter(
    ({ id }) => linters.some((linter) => linter.id === id) && id !== 'copilot-cli',
  );
  for (const format of readable)
    it(`decide for each server as its own file does: ${format.id}`, () => {
      const together = standings(balanced, format);
      for (const policy of balanced)
        for (const [place, decision] of standings([policy], format)) {
          const [name = '', ...rest] = place.split(' ');
          const united =
            together.get(place) ?? together.get([name.replace(policy.alias, 'stack'), ...rest].join(' '));
          const apart = together.get(
            [`${name.replace(/\.\w+$/, '')}-${policy.alias}${/\.\w+$/.exec(name)?.[0] ?? ''}`, ...rest].join(
              ' ',
            ),
          );
          const now = united ?? apart;
          assert.ok(
            now !== undefined,
            `${format.id}: ${place} is in no file: ${[...together.keys()].join(', ')}`,
          );
          assert.ok(
            strict.indexOf(now) >= strict.indexOf(decision),
            `${place} became milder: ${decision}, ${now}`,
          );
        }
    });

  it('put rules for whole servers first, because the last one wins', () => {
    const opencode = formats.find(({ id }) => id === 'opencode');
    assert.ok(opencode);
    const [file] = exportStack(balanced, opencode, false).files;
    const { permission } = JSON.parse(file?.text ?? '') as { permission: Record<string, string> };
    assert.deepEqual(Object.keys(permission).slice(0, 2), ['files_*', 'post_*']);
  });

  it('take the stricter decision where two servers meet in one name', () => {
    const opencode = formats.find(({ id }) => id === 'opencode');
    assert.ok(opencode);
    const met = stackPolicies(
      [
        {
          alias: 'a',
          policies: policiesOf(
            sampleServer('a', [sampleTool({ name: 'b_read' }, { category: 'Destructive', risk: 'High' })]),
          ),
        },
        { alias: 'a_b', policies: policiesOf(sampleServer('ab', [sampleTool({ name: 'read' })])) },
      ],
      'balanced',
      new Map(),
    );
    const [file] = exportStack(met, opencode, false).files;
    const { permission } = JSON.parse(file?.text ?? '') as { permission: Record<string, string> };
    assert.equal(permission.a_b_read, 'deny');
  });

  it('start one script with the options of all', () => {
    const copilot = formats.find(({ id }) => id === 'copilot-cli');
    assert.ok(copilot);
    const script = exportStack(balanced, copilot, false).files.find(({ language }) => language === 'sh');
    assert.match(
      script?.text ?? '',
      /^#!\/bin\/sh\nexec copilot \\\n(?: {2}--\S+ '(?:files|post)\(\w+\)' \\\n)+ {2}"\$@"\n$/,
    );
    assert.ok(script?.text.includes('files(read)') && script.text.includes('post(send)'));
  });

  it('are whole whatever a server is called, also like a file', () => {
    const named = stackPolicies(
      ['mcp', 'settings', 'config', 'hook'].map((alias) => ({ alias, policies: policiesOf(files) })),
      'balanced',
      new Map(),
    );
    for (const format of formats) {
      const plain = exportStack(balanced, format, false).files.length;
      const isApart =
        ways[format.id] === 'apart' || ['openai', 'gemini', 'claude-code-hook'].includes(format.id);
      if (!isApart) assert.equal(exportStack(named, format, false).files.length, plain, format.id);
    }
  });

  it('leave out a server whose name programs take for that of another', () => {
    const [format] = formats.filter(({ id }) => id === 'claude-code');
    assert.ok(format);
    const alike = stackPolicies(
      ['a b', 'a_b'].map((alias) => ({ alias, policies: policiesOf(files) })),
      'balanced',
      new Map(),
    );
    assert.deepEqual(
      exportStack(alike, format, false).faults.map(({ alias }) => alias),
      ['a_b'],
    );
  });

  it('leave out a server whose name a format cannot write, and say so', () => {
    const [format] = formats.filter(({ id }) => id === 'opencode');
    assert.ok(format);
    const bad = stackPolicies(
      [{ alias: 'two words', policies: policiesOf(files) }, ...members],
      'balanced',
      new Map(),
    );
    const { faults, files: made } = exportStack(bad, format, false);
    assert.deepEqual(
      faults.map(({ alias }) => alias),
      ['two words'],
    );
    assert.ok(made.length > 0);
  });
});
