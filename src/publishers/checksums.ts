import { createHash } from 'node:crypto';
import { createReadStream, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DataFile, dataRecord, mediaTypeOf } from '../api/data.ts';
import { paths } from '../model/paths.ts';
import type { Publisher } from './publisher.ts';

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function dataFile(folder: string, path: string): Promise<DataFile> {
  const file = join(folder, path);
  return { path, mediaType: mediaTypeOf(path), bytes: statSync(file).size, sha256: await sha256Of(file) };
}

/** The lines that `sha256sum --check` reads in the folder of the data. */
const sumsOf = (files: readonly DataFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path.slice(paths.data.length)}\n`).join('');

/** The SHA-256 of every file of the data set, for programs and for sha256sum. It runs after what writes them. */
export const checksums: Publisher = {
  id: 'checksums',
  async publish(_from, folder) {
    const found = globSync(['catalogue/*.jsonl', 'parquet/*.parquet', '*.sqlite'], {
      cwd: join(folder, paths.data),
    });
    const files = [];
    for (const name of found.sort()) files.push(await dataFile(folder, `${paths.data}${name}`));
    writeFileSync(join(folder, paths.checksums), sumsOf(files));
    const record = dataRecord(files);
    mkdirSync(dirname(join(folder, record.json)), { recursive: true });
    writeFileSync(join(folder, record.json), JSON.stringify(record));
  },
};
