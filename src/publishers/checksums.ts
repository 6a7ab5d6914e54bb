import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type DataFile, dataRecord, mediaTypeOf } from '../api/data.ts';
import { tables } from '../bulk/tables.ts';
import { publishedSums } from '../catalogue/sums.ts';
import { paths } from '../model/paths.ts';
import type { Publisher } from './publisher.ts';
import { byText } from '../model/text-order.ts';

/** Bytes that are read at once. */
const readBytes = 1024 * 1024;

function sha256Of(file: string): string {
  const [hash, piece, descriptor] = [
    createHash('sha256'),
    Buffer.allocUnsafe(readBytes),
    openSync(file, 'r'),
  ];
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

const dataFile = (path: string, file: string, sha256: string): DataFile => ({
  ...{ path, mediaType: mediaTypeOf(path), bytes: statSync(file).size, sha256 },
});

/** The lines that `sha256sum --check` reads in the folder of the data. */
const sumsOf = (files: readonly DataFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path.slice(paths.data.length)}\n`).join('');

/** The SHA-256 of every file of the data set, for programs and for sha256sum. It runs after what makes them. */
export const checksums: Publisher = {
  id: 'checksums',
  kept: null,
  publish({ catalogue }, files) {
    const found = [...publishedSums(catalogue)].map(([name, sum]) => {
      const path = paths.catalogueFile(name);
      return dataFile(path, files.find(path), sum);
    });
    for (const path of [...tables.map(({ name }) => paths.parquet(name)), paths.sqlite]) {
      const file = files.find(path);
      found.push(dataFile(path, file, sha256Of(file)));
    }
    found.sort((a, b) => byText(a.path, b.path));
    files.put(paths.checksums, sumsOf(found));
    const record = dataRecord(found);
    files.put(record.json, JSON.stringify(record));
  },
};
