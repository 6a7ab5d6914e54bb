import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numbering } from '../../src/model/numbering.ts';
import { byText } from '../../src/model/text-order.ts';

describe('Texts', () => {
  it('are numbered in the order in which they first come, equal ones alike', () => {
    const { numberOf, texts } = numbering();
    assert.deepEqual(['b', 'a', 'b'].map(numberOf), [0, 1, 0]);
    assert.deepEqual(texts(), ['b', 'a']);
  });

  it('are sorted alike in every language', () => {
    assert.deepEqual(['ä', 'b', 'a', 'B', 'a'].sort(byText), ['B', 'a', 'a', 'b', 'ä']);
  });
});
