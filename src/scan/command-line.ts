import { launchOf } from '../clients/command-line.ts';
import type { PackageTarget, Target } from '../model/target.ts';

/** The name of a package in a word of a command line, without its version. */
const bareName = (word: string): string => word.replace(/^--package=/, '').replace(/(?<=.)@[^/@]*$/, '');

/** The words of a command line that reach the server, and which command of the package is named. */
function wordsFor(name: string, words: readonly string[]): Pick<PackageTarget, 'bin' | 'arguments'> {
  const at = words.findIndex((word) => bareName(word) === name);
  const isNamed =
    /^(?:-p|--package)$/.test(words[at - 1] ?? '') || (words[at] ?? '').startsWith('--package=');
  const rest = words.slice(at + 1);
  if (rest[0] === '--') rest.shift();
  return isNamed ? { bin: rest[0] ?? null, arguments: rest.slice(1) } : { bin: null, arguments: rest };
}

/** Programs that fetch what they start, which a sandbox without network cannot do. */
const fetchers = /^(?:npx|bunx|pnpx|npm|pnpm|yarn|bun|deno|uvx|uv|pipx|docker|podman|dnx|sudo|ssh)$/;

/**
 * What a command line starts: an npm package (by npx and its like), the remote server that a bridge such as mcp-remote leads to,
 * or else a program of the user's own. Null for a program that fetches something which we cannot fetch, such as an image.
 */
export function targetOfCommand(words: readonly string[], environment: readonly string[]): Target | null {
  const [command = '', ...rest] = words;
  const launch = launchOf(command, rest);
  const [reference] = launch?.packages ?? [];
  const [remote] = launch?.remotes ?? [];
  if (remote !== undefined) return { kind: 'remote', remote };
  if (reference?.kind === 'npm') {
    const { name, version } = reference;
    return { kind: 'package', name, version, ...wordsFor(name, rest), environment: [...environment] };
  }
  const program = (command.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:exe|cmd|bat)$/i, '');
  if (words.length === 0 || fetchers.test(program)) return null;
  return { kind: 'program', command: [...words], environment: [...environment] };
}
