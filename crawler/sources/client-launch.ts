import type { PackageReference, Remote } from '../../src/model/launch.ts';
import { qualifiedImage } from './images.ts';
import { isPackageName } from './package-names.ts';

/** How a program that fetches and starts packages takes its words. */
interface Starter {
  kind: PackageReference['kind'];
  /** The words one of which must come first, such as `tool run`. */
  verbs?: readonly string[];
  /** Options that name the package themselves. */
  naming: readonly string[];
  /** Options that take the next word as their value. */
  valued: readonly string[];
  /** Options that stand alone. */
  alone: readonly string[];
}

const npx: Starter = {
  kind: 'npm',
  naming: ['-p', '--package'],
  valued: ['--registry', '--cache', '--prefix', '--userconfig', '--node-options', '-w', '--workspace'],
  alone: [
    '-y',
    '--yes',
    '-q',
    '--quiet',
    '--prefer-offline',
    '--prefer-online',
    '--ignore-existing',
    '--bun',
  ],
};
const uvx: Starter = {
  kind: 'pypi',
  naming: ['--from'],
  valued: ['--with', '-p', '--python', '--index', '--index-url', '--extra-index-url', '--refresh-package'],
  alone: [
    '--refresh',
    '--isolated',
    '--native-tls',
    '--prerelease',
    '--quiet',
    '-q',
    '--offline',
    '--no-cache',
  ],
};
const container: Starter = {
  kind: 'oci',
  verbs: ['run', 'container run'],
  naming: [],
  valued: [
    ...['-e', '--env', '--env-file', '-v', '--volume', '--mount', '--name', '-p', '--publish', '--network'],
    ...[
      '--net',
      '-w',
      '--workdir',
      '-u',
      '--user',
      '--add-host',
      '--entrypoint',
      '--platform',
      '--pull',
      '-l',
    ],
    ...[
      '--label',
      '--memory',
      '-m',
      '--cpus',
      '--tmpfs',
      '--security-opt',
      '--cap-drop',
      '--cap-add',
      '--dns',
    ],
  ],
  alone: [
    '-i',
    '--interactive',
    '-t',
    '--tty',
    '-it',
    '-ti',
    '--rm',
    '-d',
    '--init',
    '--read-only',
    '--privileged',
  ],
};

const starters: Readonly<Record<string, Starter>> = {
  npx,
  bunx: npx,
  pnpx: npx,
  pnpm: { ...npx, verbs: ['dlx'] },
  yarn: { ...npx, verbs: ['dlx'] },
  npm: { ...npx, verbs: ['exec', 'x'], alone: [...npx.alone, '--'] },
  uvx,
  uv: { ...uvx, verbs: ['tool run'] },
  pipx: { ...uvx, verbs: ['run'], naming: ['--spec'] },
  docker: container,
  podman: container,
};

/** The name and version of a package as its starter takes them; null when it can be no package. */
function referenceOf(kind: PackageReference['kind'], word: string): PackageReference | null {
  const match =
    kind === 'npm'
      ? /^(@?[^@]+)(?:@(.+))?$/.exec(word)
      : kind === 'pypi'
        ? /^([^@=[]+)(?:\[[^\]]*\])?(?:(?:==|@)(.+))?$/.exec(word)
        : /^(.+)()$/.exec(word);
  const [, name = '', version = ''] = match ?? [];
  if (!isPackageName(kind, name)) return null;
  if (kind === 'oci') return { kind, name: qualifiedImage(name), version: null };
  return { kind, name, version: /^\d[\w.+-]*$/.test(version) ? version : null };
}

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

const secretSegment =
  /^(?=.*\d)(?=.*[A-Za-z])[\w~.=-]{20,}$|^[0-9a-f]{16,}$|^(?:sk|pk|ghp|gho|key|tok|token)[-_]\w{6,}/i;

/**
 * An address without anything that may be somebody's own: no user, password, query or fragment, and `{secret}` for parts
 * of the path that look like keys, which makes it a template. Null for what is no web address.
 */
export function publicAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { protocol, host, pathname } = new URL(text);
  const path = pathname.split('/').map((part) => (secretSegment.test(decoded(part)) ? '{secret}' : part));
  return `${protocol}//${host}${path.join('/')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Packages that only pass on what a remote server says, whose address is their first word that is one. */
const bridges = /^(?:mcp-remote|mcp-proxy|supergateway|@modelcontextprotocol\/client-cli)$/;

/** What a command line starts: a package or a remote address, nothing else of its words. Null when that cannot be told. */
export function launchOf(
  command: string,
  words: readonly string[],
): { packages: PackageReference[]; remotes: Remote[] } | null {
  const { program, rest } = bareCommand(command, words);
  const starter = Object.hasOwn(starters, program) ? starters[program] : undefined;
  const word = starter === undefined ? null : packageWord(rest, starter);
  const reference = starter === undefined || word === null ? null : referenceOf(starter.kind, word);
  if (reference === null) return null;
  if (!bridges.test(reference.name)) return { packages: [reference], remotes: [] };
  const address = rest.map(publicAddress).find((found) => found !== null);
  if (address === undefined) return null;
  const kind = /\/sse\/?$/.test(address) ? 'sse' : 'streamable-http';
  return { packages: [], remotes: [{ kind, url: address }] };
}
