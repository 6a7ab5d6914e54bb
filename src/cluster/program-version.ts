import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides what a worker writes. */
const parts = [
  'crawler',
  'classifier',
  'src/model',
  'src/policy',
  'src/store',
  'src/cluster',
  'package-lock.json',
];

function filesOf(root: string, part: string): string[] {
  if (part.includes('.')) return [part];
  return readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(part, file));
}

/** The first twelve digits of a hash of the program in a folder: the same on every machine with the same files. */
export function programVersion(root: string): string {
  const hash = createHash('sha256');
  for (const file of parts.flatMap((part) => filesOf(root, part)).sort())
    hash
      .update(`${file.replaceAll('\\', '/')}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}
