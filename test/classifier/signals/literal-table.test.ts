import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LiteralTable } from '../../../classifier/signals/reading/literal-table.ts';
import '../../setup.ts';

/** The strings of a table that stand in a text. */
function found(table: LiteralTable, text: string): string[] {
  return table
    .look(text)
    .map((number) => table.texts[number] ?? '')
    .toSorted();
}

describe('A table of strings', () => {
  it('finds each of them once, at either end of a text, in each other and on their own', () => {
    const table = new LiteralTable(['ab', 'abc', 'send', 'send it', 'it']);
    assert.deepEqual(found(table, 'send it'), ['it', 'send', 'send it']);
    assert.deepEqual(found(table, 'abcab'), ['ab', 'abc']);
    assert.deepEqual(found(table, 'sen'), []);
    assert.deepEqual(found(table, ''), []);
  });

  it('finds in any text what stands there, whatever was looked at before', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '量'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(part), fc.array(fc.array(part)), (strings, texts) => {
        const table = new LiteralTable(strings);
        for (const parts of texts) {
          const text = parts.join('');
          assert.deepEqual(found(table, text), strings.filter((each) => text.includes(each)).toSorted());
        }
      }),
    );
  });
});
