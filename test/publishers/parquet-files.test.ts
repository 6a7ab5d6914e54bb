import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { bytesOf, tablesIn } from '../../src/bulk/row-bytes.ts';
import { maybe, table, text } from '../../src/bulk/table.ts';
import { locations } from '../../src/model/locations.ts';
import { parquetFiles } from '../../src/publishers/parquet-files.ts';

const long = table({
  name: 'long',
  means: 'More rows than a row group has, and more words than a page.',
  columns: {
    place: { type: 'integer', means: 'The number of the row.' },
    words: text('Words.'),
    rare: maybe('Words in one row of a thousand.'),
    never: maybe('Nothing.'),
    even: { type: 'boolean', means: 'Whether the number is even.' },
  },
  rowsOf: () => [],
});

const rows = Array.from({ length: 45_000 }, (_, place) => [
  ...[place, `${place} ${'words '.repeat(20)}`, place % 1000 === 0 ? `rare ${place}` : null, null],
  place % 2 === 0,
]);

let root = '';
let file = '';

before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-parquet-')));
  file = join(root, 'long.parquet');
  const files = parquetFiles(() => file, [long]);
  for (let at = 0; at < rows.length; at += 700)
    for (const [of, its] of tablesIn(
      [long],
      bytesOf([long], () => rows.slice(at, at + 700)),
    ))
      files.add(of, its);
  files.finish();
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a Parquet file of several row groups and pages', () => {
  it('is read row by row as it was written', async () => {
    const bytes = new Uint8Array(readFileSync(file)).buffer;
    assert.equal(parquetMetadata(bytes).row_groups.length, 3);
    const read = await parquetReadObjects({
      file: bytes,
      compressors: { ZSTD: (packed) => zstdDecompressSync(packed) },
    });
    assert.deepEqual(
      read.map((row): unknown[] => Object.values(row)),
      rows,
    );
  });

  it('is asked by DuckDB', async () => {
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const answer = await duck.runAndReadAll(
      `SELECT count(*)::INT, count(rare)::INT, count(never)::INT, sum(place)::INT, count(*) FILTER (even)::INT, count(DISTINCT words)::INT FROM '${file}'`,
    );
    assert.deepEqual(answer.getRows(), [[45_000, 45, 0, (44_999 * 45_000) / 2, 22_500, 45_000]]);
    duck.closeSync();
  });
});
