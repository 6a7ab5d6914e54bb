import { visible } from '../model/display.ts';
import { completed, completionScript, shells } from '../terminal/completion.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { words } from './inputs.ts';

const facts = {
  usage: `placard completion ${shells.join('|')}`,
  summary: 'Prints a script that completes the commands, options and values of placard in a shell.',
  options: {},
  positionals: true,
  examples: [
    { line: 'source <(placard completion bash)', does: 'Bash and Zsh: in ~/.bashrc or ~/.zshrc.' },
    { line: 'placard completion fish | source', does: 'Fish: in ~/.config/fish/config.fish.' },
  ],
} as const;

async function run(given: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const [name = ''] = words(parsed.positionals, ['SHELL']);
  const shell = shells.find((each) => each === name);
  if (shell === undefined)
    throw new UserError(
      `There is no completion for "${visible(name)}". Known are: ${shells.join(', ')}.`,
      exitCodes.usage,
    );
  const { commands } = await import('./commands.ts');
  process.stdout.write(completionScript(shell, 'placard', await completed({ commands })));
}

/** `completion`. */
export const command: Command = { facts, run };
