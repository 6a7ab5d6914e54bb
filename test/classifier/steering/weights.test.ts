import { steeringBits } from '../../../classifier/signals/reading/steering/facts.ts';
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packed, unpacked } from '../../../classifier/signals/reading/steering/weights.ts';
import { weightIn } from './by-hand.ts';

type Row = readonly [row: number, weights: readonly number[]];

const some: readonly Row[] = [
  [0, [12.7, -3]],
  [1, [0.1, 0.2]],
  [129, [-12.7, 5]],
  [70_000, [1, 0]],
  [2 ** steeringBits - 1, [0, -1]],
];

describe('Packed weights', () => {
  it('are the same after they were unpacked, up to half a step', () => {
    const weights = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 2 });
    const drawn = fc.dictionary(fc.nat(2 ** steeringBits - 1).map(String), weights, { maxKeys: 200 });
    fc.assert(
      fc.property(drawn, (given) => {
        const rows = Object.entries(given).map(([row, each]) => [Number(row), each] as const);
        const file = packed(
          [0, 0],
          rows.toSorted(([a], [b]) => a - b),
        );
        const back = unpacked(file);
        for (const [row, each] of rows)
          for (const [index, weight] of each.entries())
            assert.ok(Math.abs(weightIn(back, row, index) - weight) <= file.scale * 0.5001);
      }),
    );
  });

  it('say nothing of other rows', () => {
    const back = unpacked(packed([0, 0], some));
    for (const row of [2, 128, 130, 69_999, 70_001]) assert.equal(weightIn(back, row, 0), 0);
    assert.equal(weightIn(back, 70_000, 1), 0);
  });

  it('keep where the score starts as it is', () => {
    assert.deepEqual(unpacked(packed([-2.891725148245908, 1], some)).bias, [-2.891725148245908, 1]);
  });

  it('leave a row of zeros out, and one so small that no step of it remains', () => {
    const file = packed(
      [0],
      [
        [3, [127]],
        [4, [0]],
        [5, [0.4]],
        [6, [-0.4]],
        [7, [0.6]],
      ],
    );
    assert.equal(file.rows, 2);
    assert.deepEqual(
      [3, 4, 5, 6, 7].map((row) => weightIn(unpacked(file), row, 0)),
      [127, 0, 0, 0, 1],
    );
    assert.deepEqual(packed([0], [[9, [0]]]).rows, 0);
  });

  it('may be none', () => {
    const none = packed([1], []);
    assert.deepEqual([none.rows, none.bytes], [0, '']);
    assert.equal(weightIn(unpacked(none), 5, 0), 0);
  });

  it('that are packed once more are the same bytes', () => {
    const file = packed([0, 0], some);
    const back = unpacked(file);
    const again = some.map(([row]) => [row, [weightIn(back, row, 0), weightIn(back, row, 1)]] as const);
    assert.equal(packed([0, 0], again).bytes, file.bytes);
  });

  it('whose bytes end early are an error, wherever they end', () => {
    const file = packed([0, 0], some);
    const bytes = Buffer.from(file.bytes, 'base64');
    for (let end = 0; end < bytes.length; end += 1)
      assert.throws(
        () => unpacked({ ...file, bytes: bytes.subarray(0, end).toString('base64') }),
        RangeError,
        `${end} of ${bytes.length} bytes`,
      );
  });
});
