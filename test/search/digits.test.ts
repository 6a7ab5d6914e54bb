import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digitsOf, readDigits } from '../../src/search/digits.ts';
import { codePoint } from '../code-points.ts';

describe('numbers as digits', () => {
  it('come back as they were, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31)), (numbers) => {
        assert.deepEqual(readDigits(numbers.map(digitsOf).join('')), numbers);
      }),
    );
  });

  it('take one character up to 56 and two up to 1,937, none of which JSON escapes', () => {
    assert.deepEqual(
      [0, 56, 57, 1_937, 1_938].map((number) => digitsOf(number).length),
      [1, 1, 2, 2, 3],
    );
    const all = Array.from({ length: 2_000 }, (_, number) => digitsOf(number)).join('');
    assert.equal(JSON.stringify(all).length, all.length + 2);
  });

  it('that somebody else wrote are numbers all the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (text) => {
        assert.ok(readDigits(text).every(Number.isFinite));
      }),
    );
  });
});
