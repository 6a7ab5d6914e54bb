import type { PackageReference } from '../model/launch.ts';
import { referenceOf } from './references.ts';
import { type Starter, starters } from './starters.ts';
import { remoteAt, repositoryIn, type Told, untold } from './told.ts';

/** The words after a starter's verb; null when the verb is missing, because then nothing is started. */
function afterVerb(words: readonly string[], verbs: readonly string[] = ['']): string[] | null {
  for (const verb of verbs) {
    const parts = verb.split(' ').filter(Boolean);
    if (parts.every((part, at) => words[at] === part)) return words.slice(parts.length);
  }
  return null;
}

/** The word of a command line that names the package; null where an option is not known, because then any word may be. */
function packageWord(words: readonly string[], starter: Starter): string | null {
  const rest = afterVerb(words, starter.verbs) ?? [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-')) return word;
    const [option = '', value] = word.split('=', 2);
    if (starter.naming.includes(option)) return value ?? rest.shift() ?? null;
    const isValued = starter.valued.includes(option);
    if (!isValued && !starter.alone.includes(word)) return null;
    if (isValued && value === undefined) rest.shift();
  }
  return null;
}

/** The command itself, without its folder and without the shells that Windows puts before it. */
function bareCommand(
  command: string,
  words: readonly string[],
): { program: string; rest: readonly string[] } {
  const program = (command.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.(?:exe|cmd|bat)$/, '');
  const [flag = '', next] = words;
  const isShell = program === 'cmd' && /^\/c$/i.test(flag) && next !== undefined;
  return isShell ? bareCommand(next, words.slice(2)) : { program, rest: words };
}

/** Packages that only pass on what a remote server says, whose address is their first word that is one. */
const bridges = /^(?:mcp-remote|mcp-proxy|supergateway|@modelcontextprotocol\/client-cli)$/;

/** How a command line starts its package. */
interface Started {
  program: string;
  rest: readonly string[];
  starter: Starter | undefined;
  /** The word that names the package; null when none does or when it cannot be told which. */
  word: string | null;
  reference: PackageReference | null;
}

/** What the words of a command line are. */
export function startOf(command: string, words: readonly string[]): Started {
  const { program, rest } = bareCommand(command, words);
  const starter = Object.hasOwn(starters, program) ? starters[program] : undefined;
  const word = starter === undefined ? null : packageWord(rest, starter);
  const reference = starter === undefined || word === null ? null : referenceOf(starter.kind, word);
  return { program, rest, starter, word, reference };
}

/** What a command line starts, nothing else of its words. Null when that cannot be told. */
export function launchOf(command: string, words: readonly string[]): Told | null {
  const { rest, word, reference } = startOf(command, words);
  if (word === null) return null;
  if (reference === null) return repositoryIn(word);
  if (!bridges.test(reference.name)) return { ...untold, packages: [reference] };
  return rest.map((each) => remoteAt(each)).find((found) => found !== null) ?? null;
}
