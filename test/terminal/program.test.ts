import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exitCodes, helpText, UserError } from '../../src/terminal/command.ts';
import { programHelp, runProgram, type Program } from '../../src/terminal/program.ts';

function painter(): { program: Program; ran: string[] } {
  const ran: string[] = [];
  const load = () => Promise.resolve({ run: (words: readonly string[]) => void ran.push(words.join(' ')) });
  const commands = {
    paint: { does: 'Paints.', load },
    brush: { does: 'Looks after brushes.', commands: { wash: { does: 'Washes one.', load } } },
  };
  return { program: { name: 'painter', about: 'Works with colour.', commands }, ran };
}

describe('a program of several commands', () => {
  it('gives a command the words after its name, also in a group', async () => {
    const { program, ran } = painter();
    await runProgram(program, ['paint', 'red', '--twice']);
    await runProgram(program, ['brush', 'wash', '--help']);
    assert.deepEqual(ran, ['red --twice', '--help']);
  });

  it('refuses what it does not have, with its help and the code for wrong usage, and runs nothing', async () => {
    const { program, ran } = painter();
    for (const words of [[], ['scrape'], ['brush'], ['brush', 'paint'], ['constructor']])
      await assert.rejects(
        runProgram(program, words),
        (error: unknown) =>
          error instanceof UserError &&
          error.exitCode === exitCodes.usage &&
          error.message.includes('COMMAND --help says more'),
      );
    assert.deepEqual(ran, []);
  });

  it('names every command in its help', () => {
    const help = programHelp(painter().program);
    for (const part of ['Usage: painter COMMAND', 'paint  Paints.', 'brush  Looks after brushes.'])
      assert.ok(help.includes(part), part);
  });
});

describe('the help of a command', () => {
  const command = {
    usage: 'painter paint COLOUR',
    summary: 'Paints.',
    options: {
      coats: { type: 'string', value: 'NUMBER', help: `How many coats. ${'More dry better. '.repeat(12)}` },
    },
    examples: [{ line: 'painter paint red', does: 'A red wall.' }],
    exits: [{ code: 4, when: 'The wall is still wet.' }],
  } as const;

  it('has examples and exit codes, in lines that a terminal holds', () => {
    const help = helpText(command);
    assert.match(help, /Examples:\n {2}painter paint red\n {6}A red wall\./);
    assert.match(help, /Exit codes.*:\n {2}4 {2}The wall is still wet\./);
    const [longest = 0] = help
      .split('\n')
      .map(({ length }) => length)
      .sort((a, b) => b - a);
    assert.ok(longest <= 102, `a line has ${longest} characters`);
  });
});
