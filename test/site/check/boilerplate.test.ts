import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Measure, type MeasuredPage, median, sharesOf, withoutNames, wordsRead } from './boilerplate.ts';

const page = (path: string, text: string, changes: Partial<MeasuredPage> = {}): MeasuredPage => ({
  ...{ path, server: path, category: 'Read', words: wordsRead(text) },
  ...changes,
});

const runs: Measure = { of: 'words in runs', length: 4 };
const nearest = (pages: MeasuredPage[], measure = runs): number[] => sharesOf(pages, measure).nearest;

describe('the share of a page that another page has too', () => {
  it('is of words in runs of four', () => {
    const pages = [page('/a/', 'one two three four five'), page('/b/', 'zero one two three four')];
    assert.deepEqual(nearest(pages), [0.8, 0.8]);
    assert.deepEqual(nearest([page('/a/', 'one two three x'), page('/b/', 'one two three y')]), [0, 0]);
  });

  it('is of sequences of so many words', () => {
    const pages = [page('/a/', 'one two three four'), page('/b/', 'one two three')];
    assert.deepEqual(nearest(pages, { of: 'sequences', length: 2 }), [2 / 3, 1]);
  });

  it('leaves the names of tool and server out, the longer first', () => {
    assert.equal(withoutNames('call get_file, get', ['get', 'get_file', '']), 'call  ,  ');
  });

  it('is measured within a category, against the page that shares most, one elsewhere, and the middle one', () => {
    const text = 'one two three four five six';
    const shares = sharesOf(
      [
        page('/a/', text, { server: 's' }),
        page('/b/', text, { category: 'Write' }),
        page('/c/', 'one two three four five', { server: 's' }),
        page('/d/', 'one two three four', { server: 't' }),
      ],
      runs,
    );
    assert.deepEqual(
      [shares.nearest[0], shares['nearest elsewhere'][0], shares.typical[0]],
      [5 / 6, 4 / 6, 4 / 6],
    );
    assert.equal(shares.nearest.length, 3, 'a page alone in its category has nothing to share');
  });

  it('counts an identifier, a version and a hyphenated word as one word', () => {
    assert.deepEqual(wordsRead('Read-only get_file v1.2.3, it’s a/b. Да!'), [
      ...['read-only', 'get_file', 'v1.2.3', 'it’s', 'a/b', 'да'],
    ]);
  });

  it('is from 0 to 1, and 1 for a copy, in any order', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (texts) => {
        const pages = texts.map((its, place) => page(`/${place}/`, its.join(' ')));
        const found = nearest(pages);
        assert.ok(found.every((share) => share >= 0 && share <= 1));
        for (const its of texts.filter(({ length }) => length >= 4))
          assert.deepEqual(nearest([page('/x/', its.join(' ')), page('/y/', its.join(' '))]), [1, 1]);
      }),
    );
  });

  it('has a median', () => {
    const values = [[], [0.2], [0.1, 0.9, 0.5], [0.2, 0.4]].map(median);
    assert.deepEqual(
      values.map((value) => value.toFixed(2)),
      ['0.00', '0.20', '0.50', '0.30'],
    );
  });
});
