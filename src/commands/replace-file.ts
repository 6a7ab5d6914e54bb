import { renameSync, writeFileSync } from 'node:fs';
import { UserError } from '../terminal/command.ts';

/** Puts a text into a file in one step, so that a kill leaves the old one or the new one. @throws UserError when it cannot. */
export function replaceFile(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be written: ${cause}. Name another file.`);
  }
}
