import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { commands } from '../../src/commands/commands.ts';
import { completed, completionScript, shells } from '../../src/terminal/completion.ts';

const all = await completed({ commands });

/** What the real Bash offers after these words. */
function offered(...words: string[]): string[] {
  const line = ['placard', ...words].map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _placard; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const script = `${completionScript('bash', 'placard', all)}\n${ask}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\n').filter(Boolean);
}

describe('completion in Bash', () => {
  it('offers every command, and those that begin as the word does', () => {
    assert.deepEqual(offered(''), Object.keys(commands));
    assert.deepEqual(offered('sc'), ['scan']);
  });

  it('offers commands below commands, and the options of the one that is meant', () => {
    assert.deepEqual(offered('policy', 'e'), ['export', 'evaluate']);
    assert.ok(offered('lock', 'verify', '--').includes('--sarif'));
    assert.ok(!offered('lock', '--').includes('--sarif'));
  });

  it('offers the values of an option that lists them', () => {
    assert.deepEqual(offered('scan', 'x', '--fail-on', ''), ['low', 'medium', 'high', 'critical']);
  });
});

describe('completion in every shell', () => {
  for (const shell of shells)
    it(`knows every command and option: ${shell}`, () => {
      const script = completionScript(shell, 'placard', all);
      for (const { commands: below, options } of all) {
        for (const { name } of below) assert.ok(script.includes(name), name);
        for (const { name } of options) assert.ok(script.includes(name), name);
      }
    });
});
