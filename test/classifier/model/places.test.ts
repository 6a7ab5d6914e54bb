import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { placeOf, placesOf, rowBits } from '../../../classifier/judges/model/places.ts';

const someRows = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** rowBits - 1 }), { maxLength: 200 });

describe('The place of a row', () => {
  it('is how many of the others come before it', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const places = placesOf(rows);
        const sorted = rows.toSorted((a, b) => a - b);
        assert.deepEqual(
          sorted.map((row) => placeOf(places, row)),
          [...sorted.keys()],
        );
      }),
    );
  });

  it('is none where the row is not among them, whatever its neighbours are', () => {
    const places = placesOf(Array.from({ length: 2 ** (rowBits - 1) }, (_, at) => 2 * at + 1));
    for (let row = 0; row < 2 ** rowBits; row += 2) assert.equal(placeOf(places, row), -1);
    assert.equal(placeOf(places, 2 ** rowBits - 1), 2 ** (rowBits - 1) - 1);
  });

  it('is right at the ends of 32 rows that are all there', () => {
    const all = Array.from({ length: 64 }, (_, row) => row);
    const places = placesOf(all);
    assert.deepEqual(
      all.map((row) => placeOf(places, row)),
      all,
    );
  });
});
