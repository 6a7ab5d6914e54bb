import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from '../../crawler/inspect/inspect.ts';
import { limits } from '../../src/model/limits.ts';
import type { Limits } from '../../src/model/limits.ts';
import { permittedScript } from '../../crawler/sandbox/node-program.ts';
import { disprove } from '../../crawler/sandbox/probe.ts';
import type { Command, Sandbox } from '../../crawler/sandbox/sandbox.ts';
import { sandboxes } from '../../crawler/sandboxes.ts';

/** The sandboxes that hold on this machine. */
export async function provenSandboxes(): Promise<Sandbox[]> {
  const proofs = await Promise.all(
    sandboxes.map(async (sandbox) => ({ sandbox, reason: await disprove(sandbox) })),
  );
  return proofs.filter(({ reason }) => reason === null).map(({ sandbox }) => sandbox);
}

const folder = fileURLToPath(new URL('servers', import.meta.url));

/** How one of our hostile servers is started in a sandbox. */
export function commandFor(
  sandbox: Sandbox,
  [file, ...words]: [string, ...string[]],
  bounds: Limits = limits,
  program = permittedScript,
): Command {
  const confinement = { folder, node: process.execPath, limits: bounds };
  const script = { file: `${file}.ts`, arguments: words, environment: {} };
  return sandbox.enter(confinement, program(confinement, script));
}

/** Visits one of our hostile servers. */
export function visitHostile(
  sandbox: Sandbox,
  words: [string, ...string[]],
  changes: Partial<Limits> = {},
  signal: AbortSignal = new AbortController().signal,
) {
  const bounds = { ...limits, visitMilliseconds: 10_000, ...changes };
  return inspect(commandFor(sandbox, words, bounds), bounds, signal);
}

/** The command lines of this machine's processes that have this word, by process id. */
export function processesWith(word: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      if (words.includes(word)) found.set(Number(id), words);
    } catch {
      // it has ended since
    }
  }
  return found;
}
