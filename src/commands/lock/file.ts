import { existsSync } from 'node:fs';
import { readLock } from '../../lock/read.ts';
import type { Lock } from '../../model/lock.ts';
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
