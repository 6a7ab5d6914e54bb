import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '../../model/display.ts';
import { Preset } from '../../model/policy.ts';
import { exportPolicy } from '../../policy/export.ts';
import type { Exported, Format } from '../../policy/format.ts';
import { formats } from '../../policy/formats.ts';
import { policyOf } from '../../policy/recommend.ts';
import { exitCodes, parseCommand, UserError } from '../../terminal/command.ts';
import type { Command } from '../../terminal/program.ts';
import { toStandardError } from '../../terminal/progress.ts';
import { forPeople, serverOf, words } from '../inputs.ts';

const ids = formats.map(({ id }) => id).join(', ');

const facts = {
  usage: 'placard policy export SERVER --format FORMAT [options]',
  summary: `Prints the policy of a server of the catalogue in the format of a program, or writes its files into a folder.
What the format cannot hold, and what is to be filled in, goes to standard error.

Formats: ${ids}`,
  options: {
    format: { type: 'string', value: 'FORMAT', help: 'The format, by its id.' },
    alias: {
      type: 'string',
      value: 'ALIAS',
      help: 'Your key for the server in that program. Default: its slug.',
    },
    preset: { type: 'string', value: Preset.options.join('|'), help: 'Default: balanced.' },
    guard: { type: 'boolean', help: 'Puts the guard in front, for what the program cannot hold.' },
    out: { type: 'string', value: 'DIR', help: 'Writes the files there. Existing files are left alone.' },
  },
  positionals: true,
} as const;

/** @throws UserError with exit code 2 for a word that is no format. */
export function formatOf(id: string | undefined): Format {
  const format = formats.find((each) => each.id === id);
  if (format !== undefined) return format;
  const cause = id === undefined ? '--format is missing.' : `There is no format "${visible(id)}".`;
  throw new UserError(`${cause} Known are: ${ids}.`, exitCodes.usage);
}

/** @throws UserError with exit code 2 for a word that is no preset. */
export function presetOf(text = 'balanced'): Preset {
  const preset = Preset.safeParse(text);
  if (preset.success) return preset.data;
  throw new UserError(
    `There is no preset "${visible(text)}". Known are: ${Preset.options.join(', ')}.`,
    exitCodes.usage,
  );
}

/** Writes files into a folder. @throws UserError when one is there already; none is written then. */
export function save({ files }: Pick<Exported, 'files'>, folder: string): void {
  const taken = files.find(({ name }) => existsSync(join(folder, name)));
  if (taken !== undefined)
    throw new UserError(`${join(folder, taken.name)} exists already. Move it away, or take another --out.`);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
}

function run(given: readonly string[]): void {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const [name = ''] = words(parsed.positionals, ['SERVER']);
  const { values } = parsed;
  const format = formatOf(values.format);
  const preset = presetOf(values.preset);
  const server = serverOf(name);
  const alias = values.alias ?? server.slug;
  const exported = forPeople('--alias', () =>
    exportPolicy(policyOf(server, preset), format, { alias, withGuard: values.guard === true }),
  );
  if (values.out !== undefined) save(exported, values.out);
  else
    for (const { name: file, text } of exported.files)
      process.stdout.write(exported.files.length === 1 ? text : `# ${file}\n${text}`);
  for (const { name: file, destination } of exported.files) toStandardError(`${file}: ${destination}`);
  for (const sentence of exported.fill) toStandardError(`Fill in: ${sentence}`);
  for (const { message } of exported.warnings) toStandardError(`Not held: ${message}`);
}

/** `policy export`. */
export const command: Command = { facts, run };
