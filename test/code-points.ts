import fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * One code point of all that are no surrogate. Draws what the unit `binary` of fast-check draws, which takes a second
 * to put all 1.1 million of them into a table before the first one.
 */
export const codePoint = fc.nat({ max: 0x10ffff - surrogates.count }).map(
  (place) => String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count),
  (character) => {
    const point = typeof character === 'string' ? character.codePointAt(0) : undefined;
    if (point === undefined || String.fromCodePoint(point) !== character || !character.isWellFormed())
      throw new Error('not one code point');
    return point < surrogates.first ? point : point - surrogates.count;
  },
);
