import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { groups } from './folders.ts';

const tests = join(import.meta.dirname, '..');

/** The test files of some folders, by their paths below `test/`. */
export const filesOf = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) => globSync(`${folder}/**/*.test.ts`, { cwd: tests }).sort());

/** Runs all tests of the group that a file is named after. */
export async function runGroup(file: string): Promise<void> {
  const name = basename(file, '.test.ts') as keyof typeof groups;
  for (const path of filesOf(groups[name])) await import(join(tests, path));
}
