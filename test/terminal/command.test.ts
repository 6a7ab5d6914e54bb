import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
