import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../../src/model/canonical.ts';

/** Source files under a folder, in a stable order, with their text. */
function sources(folder: string): [string, string][] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.toSorted().map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
}

/**
 * SHA-256 over every source file in the given folders, 64 hexadecimal digits. Rules are code and tables together,
 * so nothing smaller is sure to change whenever a rule does.
 */
export function sourceVersion(folders: readonly string[]): string {
  return hashOf(folders.map(sources));
}
