import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { hiddenCharacters } from '../../src/model/display.ts';
import { exitCodes, helpText, parseCommand, UserError } from '../../src/terminal/command.ts';
import { count, duration } from '../../src/terminal/progress.ts';

const command = {
  usage: 'npm run paint -- [options]',
  summary: 'Paints.',
  options: {
    colour: { type: 'string', value: 'NAME', help: 'Which colour.' },
    twice: { type: 'boolean', help: 'Two coats.' },
  },
} as const;

describe('a command line', () => {
  it('gives the options by name', () => {
    assert.deepEqual(
      { ...parseCommand(command, ['--colour', 'red', '--twice'])?.values },
      { colour: 'red', twice: true },
    );
  });

  it('refuses what it does not know, with the help text and the code for wrong usage', () => {
    const isUsage = (error: unknown): boolean =>
      error instanceof UserError &&
      error.exitCode === exitCodes.usage &&
      error.message.includes('Usage: npm run paint');
    for (const words of [['--thrice'], ['stray'], ['--colour']])
      assert.throws(() => parseCommand(command, words), isUsage);
  });

  it('describes every option in its help', () => {
    const help = helpText(command);
    for (const part of [
      'Usage: npm run paint',
      'Paints.',
      '--colour NAME  Which colour.',
      '--twice',
      '--help',
    ]) {
      assert.ok(help.includes(part), part);
    }
  });
});

describe('what a command says of a file from outside', () => {
  it('reaches the terminal with no character that the terminal would obey', () => {
    const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    try {
      const file = join(folder, 'policy.json');
      writeFileSync(file, '\u001b[2Jwiped \u202e');
      const program = join(import.meta.dirname, '../../src/commands/placard.ts');
      const { stderr, status } = spawnSync(
        process.execPath,
        [program, 'policy', 'evaluate', file, '--tool', 'x'],
        {
          encoding: 'utf8',
        },
      );
      assert.equal(status, exitCodes.failed);
      assert.match(stderr, /policy\.json/);
      assert.deepEqual(hiddenCharacters(stderr), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('figures for people', () => {
  it('agree in number and stay short', () => {
    assert.equal(count(1, 'tool'), '1 tool');
    assert.equal(count(1200, 'tool'), '1,200 tools');
    assert.deepEqual([420, 12_000, 125_000, 299_700].map(duration), [
      '0.4 s',
      '12 s',
      '2 min 5 s',
      '5 min 0 s',
    ]);
  });
});
