import { usualName, untold } from '../clients/told.ts';
import { visible } from '../model/display.ts';
import type { Target } from '../model/target.ts';
import { targetOfCommand } from '../scan/command-line.ts';
import type { NamedTarget } from '../scan/scan-all.ts';
import { targetOfWord } from '../scan/word.ts';
import { exitCodes, UserError } from '../terminal/command.ts';
import { configOption, configuredTargets, existingPaths, usualConfigurations } from './configured.ts';

/** The options of every command that lists servers. */
export const targetOptions = {
  config: configOption,
  name: { type: 'string', value: 'NAME', help: 'What to call the server of COMMAND.' },
  env: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'A variable that COMMAND insists on; it gets a placeholder. Can be given again.',
  },
} as const;

/** The words of a command before `--`, and the command of a server after it. */
export function splitWords(given: readonly string[]): { own: string[]; command: string[] } {
  const at = given.includes('--') ? given.indexOf('--') : given.length;
  return { own: given.slice(0, at), command: given.slice(at + 1) };
}

/** A short name for a server, as people call it. */
function shortName(target: Target): string {
  if (target.kind === 'remote') return usualName({ ...untold, remotes: [target.remote] });
  if (target.kind === 'package')
    return usualName({ ...untold, packages: [{ kind: 'npm', name: target.name, version: null }] });
  const [program = '', script = program] = target.command;
  return (
    script
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? program
  );
}

const nowhere = { file: null, line: null };

function namedTarget(word: string): NamedTarget {
  const target = URL.canParse(word) || !/\s/.test(word) ? targetOfWord(word) : null;
  if (target !== null) return { name: shortName(target), target, ...nowhere };
  throw new UserError(
    `"${visible(word)}" is no npm package, web address or script. Put the command of a server after --.`,
    exitCodes.usage,
  );
}

type Values = Partial<{ config: string[]; name: string; env: string[] }>;

function commandTarget(words: readonly string[], { name, env = [] }: Values): NamedTarget {
  const target = targetOfCommand(words, env);
  if (target !== null) return { name: name ?? shortName(target), target, ...nowhere };
  throw new UserError(
    `"${visible(words.join(' '))}" cannot be started in the sandbox: npm packages and programs of your own can. Save what the server answers to tools/list and give that to "placard diff".`,
    exitCodes.usage,
  );
}

/**
 * The servers that a person means: those named, and those of configurations where a file is named, or where nothing is.
 * @throws UserError for a word that is no server, and when there is none.
 */
export function targetsOf(
  positionals: readonly string[],
  command: readonly string[],
  values: Values,
): NamedTarget[] {
  const named = [
    ...positionals.map(namedTarget),
    ...(command.length === 0 ? [] : [commandTarget(command, values)]),
  ];
  if (values.config !== undefined) return [...named, ...configuredTargets(values.config)];
  return named.length > 0 ? named : configuredTargets(existingPaths(usualConfigurations()));
}
