import { parseArgs } from 'node:util';
import { visible } from '../model/display.ts';

/** What a command exits with. People's scripts rely on these. */
export const exitCodes = { done: 0, failed: 1, usage: 2, costReached: 3, interrupted: 130 } as const;

/** A mistake of the caller's or a state the caller can mend: its message names the subject, the cause and the next step. */
export class UserError extends Error {
  override name = 'UserError' as const;
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

interface OptionFacts {
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
}

type Values<Options extends Record<string, OptionFacts>> = {
  [Name in keyof Options]?: Options[Name]['type'] extends 'boolean'
    ? boolean
    : Options[Name] extends { multiple: true }
      ? string[]
      : string;
};

/** The `--help` text of a command. */
export function helpText(command: CommandFacts<Record<string, OptionFacts>>): string {
  const rows = Object.entries({ ...command.options, help: { help: 'Show this text.' } as OptionFacts }).map(
    ([name, { help, value }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, help] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length));
  const options = rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`).join('\n');
  return `Usage: ${command.usage}\n\n${command.summary}\n\nOptions:\n${options}\n`;
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

/** Runs a command's body and turns what it throws into a message and an exit code. */
export async function runCommand(body: () => Promise<void> | void): Promise<void> {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${visible(error.message)}\n`);
    process.exitCode = error.exitCode;
  }
}
