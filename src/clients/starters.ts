import type { PackageReference } from '../model/launch.ts';

/** How a program that fetches and starts packages takes its words. */
export interface Starter {
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

/** The programs that fetch and start packages, by name. */
export const starters: Readonly<Record<string, Starter>> = {
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
