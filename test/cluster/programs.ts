import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Starts programs of the project, each in a process of its own, with a private home, until the tests of the file are over. */
export function openPrograms(environment: Readonly<Record<string, string>>) {
  const home = mkdtempSync(join(tmpdir(), 'placard-programs-'));
  const children: ChildProcess[] = [];
  after(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(home, { recursive: true });
  });
  const start = (words: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const env = { ...process.env, PLACARD_HOME: home, ...environment, ...more };
    const child: ChildProcess = spawn(process.execPath, words, { env });
    children.push(child);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = once(child, 'close').then(() => ({ code: child.exitCode, said }));
    return { child, ended };
  };
  return { home, start };
}
