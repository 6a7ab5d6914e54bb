import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { guardFile, hookCommand, proxyCommand, shellWord } from '../../src/policy/guard-command.ts';
import { guardProgram } from '../../src/policy/words.ts';
import { hostileName } from './hostile-names.ts';

const run = (command: string, folder = '') =>
  spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { PATH: process.env.PATH, FOLDER: folder } });

describe('the command of a hook', () => {
  const command = hookCommand('codex', '"$FOLDER"', 'stub');

  it('refuses the call with a reason when there is no guard', () => {
    const { status, stderr } = run(command, '/nowhere');
    assert.equal(status, 2);
    assert.match(stderr, /The guard failed, so the call is refused\.\n$/);
  });

  for (const [failing, program] of [
    ['stops with another status', 'process.exit(1)'],
    ['throws', 'throw new Error("no")'],
    ['is killed', 'process.kill(process.pid, "SIGKILL")'],
  ] as const)
    it(`refuses the call when the guard ${failing}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'placard guard '));
      try {
        writeFileSync(join(folder, guardProgram), program);
        const { status, stderr } = run(command, folder);
        assert.equal(status, 2);
        assert.notEqual(stderr, '');
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

  it('says which client asks, which file to read and which server it stands for', () => {
    assert.match(
      command,
      /hook --client codex --policy "\$FOLDER"\/placard-stub\.json --server=stub --ask client/,
    );
    assert.doesNotMatch(hookCommand('claude-code', '.', 'stub'), /--ask/);
  });

  it('hands any name to a shell as one word', () => {
    fc.assert(
      fc.property(
        hostileName.filter((name) => !name.includes('\0')),
        (name) => {
          assert.equal(run(`printf %s. ${shellWord(name)}`).stdout, `${name}.`);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the command of a server behind the guard', () => {
  it('names the guard and its policy, and leaves asking to the client', () => {
    assert.deepEqual(proxyCommand('.opencode', 'a b').slice(0, 7), [
      'node',
      `.opencode/${guardProgram}`,
      'proxy',
      '--policy',
      `.opencode/${guardFile('a b')}`,
      '--ask',
      'client',
    ]);
    assert.equal(guardFile('a b'), 'placard-a_b.json');
  });
});
