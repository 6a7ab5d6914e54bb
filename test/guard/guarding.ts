import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { bundleGuard } from '../../src/commands/guard-bundle.ts';
import type { Policy } from '../../src/model/policy.ts';
import { bundledGuardVariable } from './bundled-once.ts';

/** A folder of its own for one test file. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-guard-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The guard as people get it: one file, alone in its folder. A file that is run alone makes its own. */
export async function guardAlone(): Promise<string> {
  const known = process.env[bundledGuardVariable];
  if (known !== undefined) return known;
  const { file } = await bundleGuard(workFolder());
  return file;
}

export function policyFile(folder: string, policy: Policy | object, name = 'placard-policy.json'): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(policy));
  return file;
}

/** Runs the guard with nothing in its environment, as a hook with this input. */
export async function runGuardFile(file: string, words: readonly string[], input: string | Buffer) {
  const child = spawn(process.execPath, [file, ...words], { env: {}, cwd: join(file, '..') });
  child.stdin.on('error', () => undefined); // the guard may end before it has read everything
  child.stdin.end(input);
  const [output, complaints, [code]] = await Promise.all([
    Array.fromAsync(child.stdout.setEncoding('utf8')),
    Array.fromAsync(child.stderr.setEncoding('utf8')),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { code, text: output.join(''), error: complaints.join('') };
}
