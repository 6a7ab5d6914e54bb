import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { paths } from '../model/paths.ts';

/** What the guard's one file is called wherever it goes. */
export const guardFileName = basename(paths.guard);

const entry = fileURLToPath(new URL('../guard/main.ts', import.meta.url));

/**
 * Writes the guard with everything it needs into one file, which runs on Node.js 20 and later and depends on nothing.
 * The same sources give the same bytes. Returns the file's path and its size in bytes.
 */
export async function bundleGuard(folder: string): Promise<{ file: string; bytes: number }> {
  const { output } = await build({
    input: entry,
    platform: 'node',
    write: false,
    transform: { target: 'node20' },
    output: { format: 'esm', minify: true, codeSplitting: false, banner: '#!/usr/bin/env node' },
  });
  const [{ code }] = output;
  const file = join(folder, guardFileName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, code, { mode: 0o755 });
  return { file, bytes: Buffer.byteLength(code) };
}
