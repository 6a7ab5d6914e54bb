import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashOf } from '../../../src/model/canonical.ts';

/** What signals read with beside their sources: the learned weights, and the table that finds them. */
export const learned = [
  join(import.meta.dirname, '../../../data/model/steering.json'),
  join(import.meta.dirname, '../../../data/model/words.json'),
  join(import.meta.dirname, '../model/places.ts'),
  join(import.meta.dirname, '../model/row-bytes.ts'),
];

/** A source file, or those under a folder in a stable order, with their text. */
function sources(path: string): [string, string][] {
  if (!statSync(path).isDirectory()) return [[basename(path), readFileSync(path, 'utf8')]];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.toSorted().map((file) => [file, readFileSync(join(path, file), 'utf8')]);
}

/**
 * SHA-256 over the given source files and every one in the given folders, 64 hexadecimal digits. Rules are code and tables together,
 * so nothing smaller is sure to change whenever a rule does.
 */
export function sourceVersion(paths: readonly string[]): string {
  return hashOf(paths.map(sources));
}
