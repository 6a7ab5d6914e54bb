import { basename, posix } from 'node:path';
import type { OwnProgram } from '../../src/model/bundle.ts';
import { inside } from './sandbox.ts';
import type { Confinement } from './sandbox.ts';

/** A script to run inside a sandbox. */
export interface Script {
  /** Its file, relative to the folder that the sandbox shows. */
  file: string;
  arguments: readonly string[];
  /** All it finds beside HOME and PATH. */
  environment: Readonly<Record<string, string>>;
}

/** Processes are never allowed. The network is, because the sandbox has none: the server sees a machine that is offline. */
const permissions = [
  '--permission',
  '--allow-fs-read=*',
  ...[inside.home, inside.temporary].map((folder) => `--allow-fs-write=${folder}`),
  '--allow-addons',
  '--allow-worker',
  '--allow-wasi',
  ...(process.allowedNodeEnvironmentFlags.has('--allow-net') ? ['--allow-net'] : []),
  ...['--disable-warning=SecurityWarning', '--disable-warning=ExperimentalWarning'],
];

/**
 * Says that the sandbox stands and starts nothing before it is told to. Whoever is killed earlier than that leaves
 * nothing running: the end of input ends the wait, and from here on every process dies with its parent.
 */
const startWhenTold = 'echo ready && read -r _ && exec "$@"';

function limited(
  { limits }: Confinement,
  environment: Script['environment'],
  words: readonly string[],
): string[] {
  const { memoryBytes, processorSeconds, openFiles, scratchBytes, processes } = limits;
  return [
    ...['sh', '-c', startWhenTold, 'sh'],
    ...['env', '-i', `HOME=${inside.home}`, 'PATH=/usr/bin:/bin'],
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    ...['prlimit', `--data=${memoryBytes}`, `--cpu=${processorSeconds}`, `--nofile=${openFiles}`],
    ...[`--fsize=${scratchBytes}`, `--nproc=${processes}`, '--core=0'],
    ...words,
  ];
}

function nodeScript(confinement: Confinement, script: Script, flags: readonly string[]): string[] {
  const file = posix.join(inside.folder(basename(confinement.folder)), script.file);
  return limited(confinement, script.environment, [inside.node, ...flags, file, ...script.arguments]);
}

/**
 * A script under Node's permission model and the limits of one server, for the inside of a sandbox.
 * It writes one line to standard output first and starts when it has read one from standard input.
 * The permission model is no boundary against hostile code (https://nodejs.org/api/permissions.html); the sandbox is.
 */
export function permittedScript(confinement: Confinement, script: Script): string[] {
  return nodeScript(confinement, script, permissions);
}

/** The same without the permission model: what the sandbox holds back alone. */
export function bareScript(confinement: Confinement, script: Script): string[] {
  return nodeScript(confinement, script, []);
}

/**
 * Any program, held by the sandbox alone and by the limits of one server. It stands in its own folder; `node` is the crawler's,
 * and other names are looked for in the sandbox's PATH. It writes and reads one line first, as a script does.
 */
export function ownProgram(
  confinement: Confinement,
  { command: [program = '', ...words], environment }: Pick<OwnProgram, 'command' | 'environment'>,
): string[] {
  const folder = inside.folder(basename(confinement.folder));
  const started = program === 'node' ? inside.node : program;
  return limited(confinement, environment, ['sh', '-c', 'cd "$0" && exec "$@"', folder, started, ...words]);
}
