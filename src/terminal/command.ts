import { parseArgs } from 'node:util';
import { visible } from '../model/display.ts';
import { saysNoRoom } from './room.ts';
import { hanging } from './wrap.ts';

/** What a command exits with. People's scripts rely on these. `exceeded`: what `--fail-on` or a lock does not let pass. */
export const exitCodes = {
  ...{ done: 0, failed: 1, usage: 2, costReached: 3, exceeded: 4 },
  interrupted: 130,
} as const;

/** A mistake of the caller's or a state the caller can mend: its message names the subject, the cause and the next step. */
export class UserError extends Error {
  override name = 'UserError' as const;
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What is known of one option. */
export interface OptionFacts {
  type: 'boolean' | 'string';
  help: string;
  /** What the value stands for in the help text, such as FILE. */
  value?: string;
  /** Whether it may be given several times; its value is then a list. */
  multiple?: boolean;
}

/** A command's name, purpose and options, from which both the parser and `--help` are made. */
export interface CommandFacts<Options extends Record<string, OptionFacts>> {
  usage: string;
  summary: string;
  options: Options;
  /** Whether words that are no options are accepted. */
  positionals?: boolean;
  /** Whole command lines, and what each does. */
  examples?: readonly { line: string; does: string }[];
  /** What it exits with besides 0 for done, 1 for failed and 2 for wrong usage. */
  exits?: readonly { code: number; when: string }[];
}

type Values<Options extends Record<string, OptionFacts>> = {
  [Name in keyof Options]?: Options[Name]['type'] extends 'boolean'
    ? boolean
    : Options[Name] extends { multiple: true }
      ? string[]
      : string;
};

/** A chapter of a help text; nothing when it has no lines. */
function chapter(title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return '';
  const width = Math.min(Math.max(...rows.map(([term]) => term.length)), 32);
  return `\n${title}:\n${rows.map(([term, text]) => hanging(`  ${term.padEnd(width)}  `, text, width + 4)).join('\n')}\n`;
}

/** The `--help` text of a command. */
export function helpText(command: CommandFacts<Record<string, OptionFacts>>): string {
  const options = { ...command.options, help: { help: 'Show this text.' } as OptionFacts };
  const flags = Object.entries(options).map(
    ([name, { help, value }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, help] as const,
  );
  const examples = (command.examples ?? []).map(({ line, does }) => `  ${line}\n      ${does}\n`);
  const exits = (command.exits ?? []).map(({ code, when }) => [String(code), when] as const);
  return [
    `Usage: ${command.usage}\n\n${command.summary}\n`,
    chapter('Options', flags),
    examples.length === 0 ? '' : `\nExamples:\n${examples.join('')}`,
    chapter('Exit codes besides 0 (done), 1 (failed) and 2 (wrong usage)', exits),
  ].join('');
}

/**
 * The options a caller gave, or null after `--help` was printed.
 * @throws UserError with exit code 2 for an option the command does not have.
 */
export function parseCommand<const Options extends Record<string, OptionFacts>>(
  command: CommandFacts<Options>,
  words: readonly string[],
): { values: Values<Options>; positionals: string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: command.positionals ?? false,
    });
    if (!('help' in values) || values.help !== true) return { values, positionals };
    process.stdout.write(helpText(command));
    return null;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${cause}\n\n${helpText(command)}`, exitCodes.usage);
  }
}

const noRoom = ({ message }: Error): UserError =>
  new UserError(
    `There is no room left on the disk (${message}).\nMake room and run the command again: what was saved is kept, and files are replaced whole or not at all.`,
  );

/** Runs a command's body and turns what it throws into a message and an exit code. */
export async function runCommand(body: () => Promise<void> | void): Promise<void> {
  try {
    await body();
  } catch (error) {
    const told = saysNoRoom(error) ? noRoom(error) : error;
    if (!(told instanceof UserError)) throw told;
    process.stderr.write(`${visible(told.message)}\n`);
    process.exitCode = told.exitCode;
  }
}
