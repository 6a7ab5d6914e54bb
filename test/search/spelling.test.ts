import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distance, letterKeys, nearbyKeys } from '../../src/search/spelling.ts';

describe('the distance of two words', () => {
  for (const [a, b, far] of [
    ['issue', 'issue', 0],
    ['isue', 'issue', 1],
    ['issuue', 'issue', 1],
    ['issae', 'issue', 1],
    ['isseu', 'issue', 1],
    ['craete', 'create', 1],
    ['crate', 'create', 1],
    ['kitten', 'sitting', 3],
  ] as const)
    it(`of ${a} and ${b} is ${far}`, () => {
      assert.equal(distance(a, b, 3), far);
      assert.equal(distance(b, a, 3), far);
    });

  it('is the bound and one more when it is larger', () => {
    assert.equal(distance('kitten', 'sitting', 2), 3);
    assert.equal(distance('a', 'abcdefgh', 2), 3);
  });
});

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  minLength: 3,
  maxLength: 12,
});

describe('the vocabulary by letters', () => {
  it('is asked where every word with one wrong letter stands', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('a', 'b', 'x', 'y'), fc.nat(3), (said, at, letter, way) => {
        const place = at % said.length;
        const [start, here, rest] = [said.slice(0, place), said.charAt(place), said.slice(place + 1)];
        const slipped = [
          start + rest,
          start + here + letter + rest,
          start + letter + rest,
          start + rest.slice(0, 1) + here + rest.slice(1),
        ][way];
        if (slipped === undefined || slipped.length < 2) return;
        const asked = nearbyKeys(slipped, 1);
        assert.ok(
          letterKeys(said).some((key) => asked.includes(key)),
          `${slipped} for ${said}`,
        );
      }),
    );
  });
});
