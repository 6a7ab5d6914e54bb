import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { bytesOf, tablesIn } from '../../src/bulk/row-bytes.ts';
import { type Cell, type Cells, maybe, table, type Table, text } from '../../src/bulk/table.ts';
import { locations } from '../../src/model/locations.ts';
import { sqliteFile } from '../../src/publishers/sqlite-file.ts';

const all = table({
  name: 'all',
  means: 'A column of every type, and those of them that may be empty.',
  columns: {
    words: { ...text('Words.'), isIndexed: true },
    whole: { type: 'integer', means: 'A whole number.' },
    part: { type: 'real', means: 'A number.' },
    truth: { type: 'boolean', means: 'Whether it is so.' },
    value: { type: 'json', means: 'A value.' },
    perhaps: maybe('Words or nothing.'),
    number: { type: 'integer', means: 'A number or nothing.', isNullable: true },
    schema: { type: 'json', means: 'A value or nothing.', isNullable: true },
  },
  words: ['words', 'perhaps'],
  rowsOf: () => [],
});
const few = table({
  name: 'few',
  means: 'Words with a key.',
  key: 'id',
  columns: { id: text('A key.'), words: text('Words.') },
  rowsOf: () => [],
});
const tables = [all, few];

let root = '';
before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-sqlite-')));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Makes a file of these parts, each with rows of some tables. */
function made(name: string, parts: readonly ReadonlyMap<Table, readonly Cells[]>[]): string {
  const file = join(root, name);
  const to = sqliteFile(file, tables);
  for (const part of parts)
    for (const [of, rows] of tablesIn(
      tables,
      bytesOf(tables, (its) => part.get(its) ?? []),
    ))
      to.add(of, rows);
  to.finish();
  return file;
}

/** What SQLite reads from a file, once it has found it whole. */
function read(file: string): {
  all: unknown[][];
  few: unknown[][];
  close: () => void;
  database: DatabaseSync;
} {
  const database = new DatabaseSync(file);
  assert.deepEqual({ ...database.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
  const rowsOf = (name: string): unknown[][] => {
    const rows = database.prepare(`SELECT rowid, * FROM "${name}" ORDER BY rowid`).all();
    assert.deepEqual(
      rows.map(({ rowid }) => rowid),
      rows.map((_, place) => place + 1),
    );
    return rows.map((row) => Object.values(row).slice(1));
  };
  return {
    ...{ all: rowsOf('all'), few: rowsOf('few'), database },
    close: () => {
      database.close();
    },
  };
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.nat(40_000).map((length) => 'é'.repeat(length)),
);
const value = fc.jsonValue().filter((its) => its !== null) as fc.Arbitrary<Cell>;
const row = fc.tuple(
  ...[
    words,
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.double({ noNaN: true }),
    fc.boolean(),
    value,
  ],
  ...[fc.option(words), fc.option(fc.integer()), fc.option(value)],
);

/** A row as SQLite has it: JSON as text, truth values as 0 and 1. */
const bound = (cells: Cells): Cells =>
  cells.map((cell, place) => {
    if (place === 3) return Number(cell);
    return cell !== null && (place === 4 || place === 7) ? JSON.stringify(cell) : cell;
  });

/** Rows of keys, each with a text of so many bytes. */
const rowsWith = (count: number, bytes: number): Cells[] =>
  Array.from({ length: count }, (_, place) => [`key ${place}`, 'x'.repeat(bytes)]);

describe('a SQLite file', () => {
  it('is whole and has the rows of every part in their order, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 4 }), (parts) => {
        const file = made(
          'any.sqlite',
          parts.map((rows) => new Map([[all, rows]])),
        );
        const its = read(file);
        its.close();
        assert.deepEqual(its.all, parts.flat().map(bound));
        assert.deepEqual(its.few, []);
      }),
      { numRuns: 40 },
    );
  });

  it('has the same bytes for the same rows, however they came', () => {
    const rows = rowsWith(3_000, 50);
    const one = readFileSync(made('one.sqlite', [new Map([[few, rows]])]));
    const parts = [rows.slice(0, 7), [], rows.slice(7)].map((its) => new Map([[few, its]]));
    assert.ok(one.equals(readFileSync(made('several.sqlite', parts))));
  });

  it('finds rows by key and by word, in an index with the usual options, and takes no key twice', () => {
    const rows: Cells[] = [['lantern light', 1, 0.5, true, {}, null, null, null]];
    const its = read(
      made('words.sqlite', [
        new Map<Table, Cells[]>([
          [all, rows],
          [few, rowsWith(5_000, 9)],
        ]),
      ]),
    );
    const plan = its.database.prepare("EXPLAIN QUERY PLAN SELECT * FROM few WHERE id = 'key 4711'").get();
    assert.match(String(plan?.detail), /USING INDEX/);
    assert.equal(its.database.prepare("SELECT rowid FROM few WHERE id = 'key 4711'").get()?.rowid, 4_712);
    assert.equal(
      its.database.prepare("SELECT rowid FROM all_fts WHERE all_fts MATCH 'lantern'").get()?.rowid,
      1,
    );
    assert.deepEqual(
      its.database
        .prepare("SELECT k, v FROM all_fts_config WHERE k IN ('automerge', 'hashsize') ORDER BY k")
        .all()
        .map((option) => Object.values(option)),
      [
        ['automerge', 4],
        ['hashsize', 1024 * 1024],
      ],
    );
    its.close();
    assert.throws(
      () =>
        made('twice.sqlite', [
          new Map([
            [
              few,
              [
                ['a', ''],
                ['a', ''],
              ],
            ],
          ]),
        ]),
      /UNIQUE/,
    );
  });
});
