import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { boundRows, bytesOf, tablesIn } from '../../src/bulk/row-bytes.ts';
import { type Cell, maybe, table, text } from '../../src/bulk/table.ts';

const all = table({
  name: 'all',
  means: 'A column of every type, and those of them that may be empty.',
  columns: {
    words: text('Words.'),
    whole: { type: 'integer', means: 'A whole number.' },
    part: { type: 'real', means: 'A number.' },
    truth: { type: 'boolean', means: 'Whether it is so.' },
    value: { type: 'json', means: 'A value.' },
    perhaps: maybe('Words or nothing.'),
    number: { type: 'integer', means: 'A number or nothing.', isNullable: true },
    schema: { type: 'json', means: 'A value or nothing.', isNullable: true },
  },
  rowsOf: () => [],
});
const few = table({ name: 'few', means: 'Words.', columns: { words: text('Words.') }, rowsOf: () => [] });

const words = fc.string({ unit: 'grapheme' });
const value = fc.jsonValue().filter((its) => its !== null) as fc.Arbitrary<Cell>;
const row = fc.tuple(
  ...[words, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), value],
  ...[fc.option(words), fc.option(fc.integer()), fc.option(value)],
);

describe('rows as bytes', () => {
  it('are read as they were written, as SQLite takes them', () => {
    fc.assert(
      fc.property(fc.array(row), fc.array(fc.tuple(words)), (rows, others) => {
        const bytes = bytesOf([all, few], ({ name }) => (name === 'all' ? rows : others));
        const read = [...tablesIn([all, few], bytes)].map(([of, its]) => [...boundRows(of, its)]);
        const bound = rows.map((cells) =>
          cells.map((cell, place) => {
            if (place === 3) return Number(cell);
            return cell !== null && (place === 4 || place === 7) ? JSON.stringify(cell) : cell;
          }),
        );
        assert.deepEqual(read, [bound, others]);
      }),
    );
  });

  it('stand alone, however long a text is', () => {
    const long = '語'.repeat(100_000);
    const bytes = bytesOf([few], () => [[long], ['']]);
    const [[, rows] = []] = [...tablesIn([few], bytes)];
    assert.ok(rows !== undefined);
    assert.deepEqual([...boundRows(few, rows)], [[long], ['']]);
  });
});
