import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Failure } from '../../crawler/failure.ts';

/** A program and the folder that the sandbox shows, read-only, in which it stands. */
export interface Placed {
  folder: string;
  command: string[];
}

/** Where the user stands, and the home that no server is shown. */
export interface Place {
  folder: string;
  home: string;
}

/** The folders above a file, the nearest first. */
function* above(file: string): Generator<string> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}

/** A folder that may be shown: not the root of the machine, not the whole home or what is above it. */
const mayBeShown = (folder: string, home: string): boolean =>
  basename(folder) !== '' && relative(folder, home).startsWith('..');

function assertShown(folder: string, home: string): void {
  if (mayBeShown(folder, home)) return;
  const next = 'Move the server into a folder of its own';
  throw new Failure('no-launch', `the sandbox would have to show all of ${folder}. ${next}`);
}

/** A script of Node.js with the nearest folder above it that has a node_modules, else a package.json, else its own. */
function placedScript(path: string, words: readonly string[], place: Place): Placed {
  const written = resolve(place.folder, path);
  if (!existsSync(written)) throw new Failure('no-launch', `${path}: there is no such file`);
  const file = realpathSync(written);
  const folders = [...above(file)].filter((each) => mayBeShown(each, place.home));
  const having = (name: string): string | undefined => folders.find((each) => existsSync(join(each, name)));
  const folder = having('node_modules') ?? having('package.json') ?? dirname(file);
  assertShown(folder, place.home);
  return { folder, command: ['node', relative(folder, file), ...words] };
}

/**
 * A program with the folder it needs to run: that of its package for a script of Node.js, else the one where the user stands.
 * @throws Failure `no-launch` when there is no such file, or when the folder is a whole home or the root of the machine.
 */
export function placedProgram(command: readonly string[], place: Place): Placed {
  const [program = '', ...words] = command;
  const [first = ''] = words;
  const isNode = /(?:^|[\\/])node(?:\.exe)?$/.test(program);
  if (isNode && first !== '' && !first.startsWith('-')) return placedScript(first, words.slice(1), place);
  if (/\.[cm]?[jt]s$/.test(program)) return placedScript(program, words, place);
  assertShown(place.folder, place.home);
  return { folder: realpathSync(place.folder), command: [...command] };
}
