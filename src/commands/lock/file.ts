import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { readLock } from '../../lock/read.ts';
import type { Lock } from '../../model/lock.ts';
import { UserError } from '../../terminal/command.ts';
import { forPeople, textOfFile } from '../inputs.ts';

/** The option that names the lock. */
export const fileOption = {
  type: 'string',
  value: 'FILE',
  help: 'The lock. Default: placard.lock.json',
} as const;

/** Where the lock is. */
export const lockFile = (named: string | undefined): string => named ?? 'placard.lock.json';

/** The lock in a file; null when there is none. @throws UserError that says what is wrong with it. */
export function lockIn(file: string): Lock | null {
  return existsSync(file) ? forPeople(file, () => readLock(textOfFile(file))) : null;
}

/** Puts a text into a file in one step, so that a kill leaves the old one or the new one. @throws UserError when it cannot. */
export function replaceFile(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be written: ${cause}. Name another with --file.`);
  }
}
