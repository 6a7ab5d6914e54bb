import { runCommand } from '../../terminal/command.ts';
import { runProxy } from './command.ts';

/** Runs the proxy as a program of its own. */
export async function main(words: readonly string[]): Promise<void> {
  await runCommand(() => runProxy(words));
}
