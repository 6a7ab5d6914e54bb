import { type CommandFacts, exitCodes, type OptionFacts, UserError } from './command.ts';
import { hanging } from './wrap.ts';

/** One command, loaded when it is asked for. `facts` is absent where it passes its words on to another program. */
export interface Command {
  facts?: CommandFacts<Record<string, OptionFacts>>;
  run(words: readonly string[]): Promise<void> | void;
}

/** A line of a program's table: a command, a group of them, or a command that has others below it. */
export type Entry = { does: string } & (
  { load: () => Promise<Command>; commands?: CommandTable } | { commands: CommandTable }
);

/** The commands of a program by name, in the order in which help shows them. */
export type CommandTable = Readonly<Record<string, Entry>>;

/** A program: its name, and what stands in its help above and below its commands. */
export interface Program {
  name: string;
  about: string;
  commands: CommandTable;
  notes?: string;
}

/** The `--help` text of a program or of a group of commands. */
export function programHelp({ name, about, commands, notes = '' }: Program): string {
  const width = Math.max(...Object.keys(commands).map(({ length }) => length));
  const lines = Object.entries(commands).map(([command, { does }]) =>
    hanging(`  ${command.padEnd(width)}  `, does, width + 4),
  );
  return `Usage: ${name} COMMAND [options]\n\n${about}\n\nCommands:\n${lines.join('\n')}\n\n${name} COMMAND --help says more.\n${notes}`;
}

/**
 * Runs the command that the words name, with the words after its name.
 * @throws UserError with exit code 2 when they name none.
 */
export async function runProgram(program: Program, [name, ...words]: readonly string[]): Promise<void> {
  const help = programHelp(program);
  if (name === '--help' || name === 'help') {
    process.stdout.write(help);
    return;
  }
  if (name === undefined) throw new UserError(help, exitCodes.usage);
  const entry = Object.hasOwn(program.commands, name) ? program.commands[name] : undefined;
  if (entry === undefined)
    throw new UserError(`There is no command "${name}" of ${program.name}.\n\n${help}`, exitCodes.usage);
  const isBelow = entry.commands !== undefined && Object.hasOwn(entry.commands, words[0] ?? '');
  if ('load' in entry && !isBelow) return (await entry.load()).run(words);
  const commands = entry.commands ?? {};
  await runProgram({ name: `${program.name} ${name}`, about: entry.does, commands }, words);
}
