import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type MeasuredPage, medianShare, shared, wordsRead } from '../../src/view/boilerplate.ts';

const page = (path: string, text: string, changes: Partial<MeasuredPage> = {}): MeasuredPage => ({
  path,
  server: path,
  category: 'Read',
  text,
  names: [],
  ...changes,
});

const shares = (pages: MeasuredPage[]): number[] => shared(pages, 'any').map(({ share }) => share);

describe('the share of a page that another page has too', () => {
  it('is of words in runs of four', () => {
    const pages = [page('/a/', 'one two three four five'), page('/b/', 'zero one two three four')];
    assert.deepEqual(shares(pages), [0.8, 0.8]);
    assert.deepEqual(shares([page('/a/', 'one two three x'), page('/b/', 'one two three y')]), [0, 0]);
  });

  it('leaves the names of tool and server out, the longer first', () => {
    const pages = [
      page('/a/', 'call get_file with care every day', { names: ['get', 'get_file'] }),
      page('/b/', 'call put with care every day', { names: ['put'] }),
    ];
    assert.deepEqual(shares(pages), [1, 1]);
  });

  it('is measured within a category, against the page that shares most', () => {
    const text = 'one two three four five six';
    const result = shared(
      [
        page('/a/', text),
        page('/b/', text, { category: 'Write' }),
        page('/c/', 'one two three four'),
        page('/d/', 'one two three four five'),
      ],
      'any',
    );
    const [first] = result;
    assert.deepEqual(first, { path: '/a/', nearest: '/d/', words: 6, share: 5 / 6 });
    assert.deepEqual(
      result.find(({ path }) => path === '/b/'),
      { path: '/b/', nearest: null, words: 6, share: 0 },
    );
  });

  it('can leave out what one server’s author repeats', () => {
    const text = 'one two three four';
    const pages = [page('/a/', text, { server: 's' }), page('/b/', text, { server: 's' })];
    assert.deepEqual(
      shared(pages, 'elsewhere').map(({ share }) => share),
      [0, 0],
    );
  });

  it('counts an identifier, a version and a hyphenated word as one word', () => {
    assert.deepEqual(wordsRead('Read-only get_file v1.2.3, it’s a/b. Да!'), [
      'read-only',
      'get_file',
      'v1.2.3',
      'it’s',
      'a/b',
      'да',
    ]);
  });

  it('is from 0 to 1, and 1 for a copy, in any order', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const pages = texts.map((its, place) => page(`/${place}/`, its));
        const found = shares(pages);
        assert.ok(found.every((share) => share >= 0 && share <= 1));
        assert.deepEqual(shares(pages.toReversed()).sort(), found.sort());
        for (const its of texts.filter((words) => words.split(' ').length >= 4))
          assert.deepEqual(shares([page('/x/', its), page('/y/', its)]), [1, 1]);
      }),
    );
  });

  it('has a median', () => {
    const of = (...values: number[]) =>
      medianShare(values.map((share) => ({ path: '', nearest: null, words: 1, share })));
    assert.deepEqual(
      [of(), of(0.2), of(0.1, 0.9, 0.5), of(0.2, 0.4)].map((value) => value.toFixed(2)),
      ['0.00', '0.20', '0.50', '0.30'],
    );
  });
});
