import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function forward(program: string, words: readonly string[]): Promise<void> {
  const file = join(root, program);
  if (!existsSync(file))
    throw new UserError(
      `This installation cannot do that: ${program} is only in a checkout of the repository.\nClone it and run npm start there.`,
    );
  const child = spawn(process.execPath, [file, ...words], {
    cwd: root,
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: 'inherit',
  });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const [code] = (await once(child, 'close')) as [number | null];
  process.exitCode = code ?? exitCodes.interrupted;
}

/** A program of the repository as a command: it gets the words as they are, and its exit code is the command's. */
export const programOfCheckout = (program: string): Command => ({
  run: (words) => forward(program, words),
});
