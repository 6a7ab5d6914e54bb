import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Portion } from '../../../classifier/judges/model/features.ts';
import { type Head, rowBits, scores, vectorOf } from '../../../classifier/judges/model/linear.ts';
import { Category } from '../../../src/model/categories.ts';

const portion = (hashes: readonly number[], value: number, isJoint: boolean): Portion => ({
  part: 'text',
  isJoint,
  facts: () => undefined,
  hashes,
  value,
});
const features = [portion([5, 77_777], 1, true), portion([9, 12, 2 ** 29 + 3], 0.25, false)];

/** A head of two classes in which no two rows weigh the same for long. */
const head: Head = {
  bias: [0.5, -0.25],
  scale: 0.125,
  weights: Int8Array.from({ length: 2 * 2 ** rowBits }, (_, at) => (at * 37) % 101),
};

describe('what a head looks at', () => {
  it('is each fact once, in a row below the number of rows', () => {
    const { rows, values } = vectorOf(features);
    assert.deepEqual([...rows], [5, 77_777, 9, 12, (2 ** 29 + 3) % 2 ** rowBits]);
    assert.deepEqual([...values], [1, 1, 0.25, 0.25, 0.25]);
  });

  it('is, given a category, also the category and the joint facts together with it', () => {
    const plain = vectorOf(features).rows;
    const added = Category.options.map((category) =>
      [...vectorOf(features, category).rows].slice(plain.length),
    );
    for (const rows of added) assert.equal(rows.length, 1 + 2);
    assert.equal(new Set(added.flat()).size, 3 * Category.options.length);
  });

  it('is what learning sees and what judging adds up alike', () => {
    for (const category of [null, ...Category.options]) {
      const { rows, values } = vectorOf(features, category);
      const sums = head.bias.map((start, index) => {
        const weighed = Array.from(
          rows,
          (row, at) => (head.weights[row * 2 + index] ?? 0) * (values[at] ?? 0),
        );
        return start + weighed.reduce((sum, each) => sum + each, 0) * head.scale;
      });
      assert.deepEqual(scores(head, features, category), sums);
    }
  });
});
