import { launchOf } from '../clients/command-line.ts';
import { isKey, looksSecret } from '../clients/secrets.ts';
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

const secretName = /key|token|secret|passw|auth|credential|bearer|header/i;

/**
 * The words of a server without anything that may be somebody's own: a placeholder for what looks like a key or follows an option
 * for one, and `.` for a place of this machine, which no sandbox shows.
 */
function harmless(words: readonly string[]): string[] {
  return words.map((word, at) => {
    const [, option = '', value = word] = /^(--?[\w-]+=)(.*)$/s.exec(word) ?? [];
    const asked = option === '' ? (words[at - 1] ?? '') : option;
    const isOption = option === '' && word.startsWith('-');
    if (isOption) return word;
    const isSecret = looksSecret(value) || isKey(value) || (asked.startsWith('-') && secretName.test(asked));
    if (isSecret) return `${option}placeholder`;
    return /^(?:\/|~|[A-Za-z]:[\\/])/.test(value) ? `${option}.` : word;
  });
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
    const started = wordsFor(name, rest);
    const own = { ...started, arguments: harmless(started.arguments), environment: [...environment] };
    return { kind: 'package', name, version, ...own };
  }
  const program = (command.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:exe|cmd|bat)$/i, '');
  if (words.length === 0 || fetchers.test(program)) return null;
  const at = words.findIndex((word, place) => place > 0 && !word.startsWith('-'));
  const [head, tail] = [words.slice(0, at + 1), words.slice(at + 1)];
  return { kind: 'program', command: [...head, ...harmless(tail)], environment: [...environment] };
}
