import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exported, Format } from '../../src/policy/format.ts';
import type { ScriptedModel, Step } from './scripted-model.ts';

/** The key under which every client knows the stub server. */
export const alias = 'stub';

/** Where one run takes place. Nothing of it is shared with another run, or with the person who runs the tests. */
export interface Place {
  home: string;
  project: string;
  /** The guard as one file. */
  guard: string;
  /** Where the server writes down its calls. */
  log: string;
  /** Folder into which the clients are installed. */
  clients: string;
  /** The model's address on loopback. */
  model: string;
}

export interface Invocation {
  command: readonly [string, ...string[]];
  environment: Readonly<Record<string, string>>;
}

/** A client of others that is started without a person and without the internet. */
export interface TestedClient {
  format: Format;
  /** Its package on npm. The version is the one that the format says it was proved with. */
  package: string;
  /** What the model is offered a tool of the server as. */
  nameOf(tool: string): string;
  /** The model that speaks the client's language. */
  model(steps: readonly Step[]): Promise<ScriptedModel>;
  /** Puts the exported files where they say they go, and says how the client is started. */
  prepare(exported: Exported, place: Place): Invocation;
}

/** The version that the format names as proved by these tests. */
export function provedVersion({ id, proofs }: Format): string {
  const proof = proofs.find((each) => 'by' in each && each.by === 'npm run test:clients');
  if (proof === undefined || !('version' in proof))
    throw new Error(`${id} names no version that these tests prove.`);
  return proof.version;
}

/** The command that starts the stub server. */
export function stubCommand({ log }: Pick<Place, 'log'>): { command: string; args: string[] } {
  return {
    command: process.execPath,
    args: [fileURLToPath(new URL('stub-server.ts', import.meta.url)), log],
  };
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The text of the exported file with this name; undefined when the export has none. */
export function textOf({ files }: Exported, name: string): string | undefined {
  return files.find((file) => file.name === name)?.text;
}

/** Puts the guard and its policy into a folder, where the export has one. */
export function placeGuard(exported: Exported, { guard }: Place, folder: string): void {
  const policy = textOf(exported, `placard-${alias}.json`);
  if (policy === undefined) return;
  write(join(folder, `placard-${alias}.json`), policy);
  cpSync(guard, join(folder, 'placard-guard.mjs'));
}
