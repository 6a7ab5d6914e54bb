import { resolve } from 'node:path';
import { exitCodes, UserError } from '../src/terminal/command.ts';
import type { Given } from './sources/reach.ts';
import type { Machine, Source } from './sources/source.ts';
import { variable } from './sources/variables.ts';
import { webAddress } from './web-address.ts';

/** What the caller asked for, as words of the command line. */
export interface Asked {
  source?: string;
  registry?: string;
  from?: string;
  again?: boolean;
}

/** A source to walk, or why it is left out. */
export type Wanted = { source: Source; given: Given } | { source: Source; skipped: string };

/** One line for each source: its name, what it lists and what it needs. */
export function describeSources(sources: readonly Source[]): string {
  const width = Math.max(...sources.map(({ id }) => id.length));
  return sources
    .map(({ id, about, key, variables = [], wants, isLocal }) => {
      const needs = [
        key === undefined ? null : `needs ${key}`,
        wants === undefined ? null : `needs --${wants}`,
        isLocal === true && wants !== 'from' ? 'reads --from' : null,
        variables.length === 0 ? null : `reads ${variables.join(', ')}`,
      ].filter((need) => need !== null);
      return `  ${id.padEnd(width)}  ${about}${needs.length === 0 ? '' : ` (${needs.join('; ')})`}`;
    })
    .join('\n');
}

function mistake(message: string): UserError {
  return new UserError(message, exitCodes.usage);
}

function check({ id, wants, isLocal, address }: Source, { registry, from }: Asked): void {
  if (wants === 'registry' && registry === undefined)
    throw mistake(`The source ${id} has no address of its own: give one with --registry URL.`);
  if (wants === 'from' && from === undefined)
    throw mistake(`The source ${id} reads a file of yours: name it with --from PATH.`);
  if (from !== undefined && isLocal !== true)
    throw mistake(`The source ${id} is read from the web: leave --from out.`);
  if (registry !== undefined && address === null && isLocal === true)
    throw mistake(`The source ${id} is read from files: leave --registry out.`);
}

/**
 * The source the caller names and where it is read; null when none is named. A source without its key is skipped.
 * @throws UserError with exit code 2 for a name, address or path that cannot be meant.
 */
export function wantedSource(asked: Asked, sources: readonly Source[], machine: Machine): Wanted | null {
  const { source: name, registry, from, again = false } = asked;
  if (name === undefined && registry === undefined && from === undefined) return null;
  const source = sources.find(({ id }) => id === name);
  if (source === undefined) {
    const option = registry === undefined ? '--from' : '--registry';
    const cause = name === undefined ? `${option} needs --source` : `There is no source "${name}"`;
    throw mistake(`${cause}: use --source with one of ${sources.map(({ id }) => id).join(', ')}.`);
  }
  check(source, asked);
  const base = registry === undefined ? source.address : webAddress(registry);
  if (registry !== undefined && base === null)
    throw mistake(`--registry ${registry} is no web address: give one that begins with https://.`);
  const { key } = source;
  if (key !== undefined && variable(machine.variables, key) === null)
    return { source, skipped: `${source.id} was skipped: it needs a key; set ${key} to yours.` };
  const path = from === undefined ? null : resolve(machine.folder, from);
  return { source, given: { base, from: path, again, machine } };
}
