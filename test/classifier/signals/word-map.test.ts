import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { WordMap, wordSet } from '../../../classifier/signals/reading/word-map.ts';
import '../../setup.ts';

describe('A map of words', () => {
  it('knows what a Map of the same entries knows', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.nat())), fc.array(words), (entries, others) => {
        const [map, wanted] = [new WordMap(entries), new Map(entries)];
        for (const word of [...entries.map(([each]) => each), ...others])
          assert.deepEqual([map.has(word), map.get(word)], [wanted.has(word), wanted.get(word)]);
      }),
    );
  });

  it('tells a word that is known for nothing from one that is not known', () => {
    const map = new WordMap([['empty', undefined]]);
    assert.deepEqual([map.has('empty'), map.has('')], [true, false]);
  });

  it('says of words alone which are there', () => {
    const set = wordSet(['and', 'or', '.']);
    assert.deepEqual(
      ['or', '.', 'nor', ''].map((word) => set.has(word)),
      [true, true, false, false],
    );
  });
});
