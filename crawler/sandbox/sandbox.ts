import type { Limits } from '../../src/model/limits.ts';
import type { SandboxId } from '../../src/model/server.ts';

/** What a sandbox shows of the host: one folder, read-only, and the limits that hold inside. */
export interface Confinement {
  /** The host's folder that holds the program and all it needs. */
  folder: string;
  /** The host's Node.js executable. */
  node: string;
  limits: Limits;
}

/** A program with its arguments and its whole environment, ready to be spawned. */
export interface Command {
  file: string;
  arguments: string[];
  environment: Record<string, string>;
}

/**
 * A way to start a program that has no network, no view of the host but the folder, an empty home that vanishes
 * with it, no privileges, and no process left when its process group is killed or its parent dies.
 * The command is to be spawned detached: in a session of its own, so that it has neither our terminal nor our group.
 */
export interface Sandbox {
  id: SandboxId;
  enter(confinement: Confinement, program: readonly string[]): Command;
}

/** Where things lie inside every sandbox. The same on every machine, so that listings are too. */
export const inside = {
  home: '/home',
  temporary: '/tmp',
  node: '/node',
  /** Where the folder is seen. Its own name is kept, because Node looks packages up in `node_modules`. */
  folder: (name: string) => `/server/${name}`,
} as const;

/** Where the tools that build a sandbox are looked for, whatever the caller's PATH says. */
export const toolPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
