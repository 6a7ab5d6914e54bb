import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { create } from 'tar';

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The bytes of a .tar.gz as code hosts make them: everything below one folder. */
export async function archiveOf(folder: string, files: Readonly<Record<string, string>>): Promise<Buffer> {
  writeFiles(join(folder, 'catalogue-main'), files);
  const archive = join(folder, 'catalogue.tar.gz');
  await create({ gzip: true, cwd: folder, file: archive, portable: true }, ['catalogue-main']);
  return readFile(archive);
}
