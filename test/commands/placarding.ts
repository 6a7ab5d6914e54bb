import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import type { ToolDefinition } from '../../src/model/tool.ts';

const program = resolve('src/commands/placard.ts');

/** What a command printed and ended with. */
export interface Ran {
  code: number | null;
  text: string;
  error: string;
}

/** Runs `placard` in a folder, with nothing of a terminal. */
export async function placard(
  words: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const env = {
    ...process.env,
    OPENAI_API_KEY: '',
    HOME: join(tmpdir(), 'placard-no-home'),
    XDG_CACHE_HOME: join(cwd, 'cache'),
    ...environment,
  };
  const child = spawn(process.execPath, [program, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [text, error, [code]] = await Promise.all([
    Array.fromAsync(child.stdout.setEncoding('utf8')),
    Array.fromAsync(child.stderr.setEncoding('utf8')),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, text: text.join(''), error: error.join('') };
}

/** A folder of its own for a test file, gone when the tests are done. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-command-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Puts a server that lists these tools into a folder. Call it again to change what it lists. */
export function serverThatLists(folder: string, tools: readonly ToolDefinition[]): void {
  copyFileSync(resolve('test/commands/servers/listed.mjs'), join(folder, 'server.mjs'));
  writeFileSync(join(folder, 'tools.json'), JSON.stringify(tools));
}
