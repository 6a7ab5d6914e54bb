import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Portion } from '../../../classifier/judges/model/features.ts';
import { headOf, scores, vectorOf } from '../../../classifier/judges/model/linear.ts';
import { rowBits } from '../../../classifier/judges/model/places.ts';
import { Category } from '../../../src/model/categories.ts';

const portion = (hashes: readonly number[], value: number, isJoint: boolean): Portion => ({
  part: 'text',
  isJoint,
  facts: () => undefined,
  hashes,
  value,
});
const features = [portion([5, 77_777], 1, true), portion([9, 12, 2 ** 29 + 3], 0.25, false)];

/** What two classes weigh in a row: every other row weighs nothing, and no two of the others weigh the same for long. */
const stepsOf = (row: number): readonly [number, number] =>
  row % 2 === 0 ? [0, 0] : [(row * 37) % 101, (row * 53) % 97];
const head = headOf(
  { bias: [0.5, -0.25], scale: 0.125 },
  Array.from({ length: 2 ** rowBits }, (_, row) => [row, stepsOf(row)]),
);

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
        const weighed = Array.from(rows, (row, at) => (stepsOf(row)[index] ?? 0) * (values[at] ?? 0));
        return start + weighed.reduce((sum, each) => sum + each, 0) * head.scale;
      });
      assert.deepEqual(scores(head, features, category), sums);
    }
  });
});
