import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bagOf, searchWords, termOf, wholeWords } from '../../src/search/words.ts';

describe('the words of a text', () => {
  const cases: Readonly<Record<string, string[]>> = {
    delete_file: ['delete', 'file'],
    deleteFile: ['delete', 'file'],
    'Delete-FILE': ['delete', 'file'],
    'Café Müller': ['cafe', 'muller'],
    ｆｕｌｌ: ['full'],
    返回结果: ['返回', '回结', '结果'],
    日本: ['日本'],
    'Отправить письмо': ['отправить', 'письмо'],
    'v2.1/getURL': ['v2', '1', 'get', 'url'],
    '<b>.*+?^${}()|[]\\': ['b'],
    '': [],
  };
  for (const [text, words] of Object.entries(cases))
    it(`of ${JSON.stringify(text)} are ${words.join(', ') || 'none'}`, () => {
      assert.deepEqual(searchWords(text), words);
    });

  it('are never empty, hold no white space and are the same when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const words = searchWords(text);
        assert.ok(words.every((word) => word !== '' && !/\s/.test(word)));
        if (!/[^\u0000-\u02ff]/.test(text)) assert.deepEqual(searchWords(words.join(' ')), words);
      }),
    );
  });

  it('are the same beside a word of another script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        assert.deepEqual(searchWords(`${text} ж`), [...searchWords(text), 'ж']);
        assert.deepEqual(wholeWords(`${text} ж`), wholeWords(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are filed without the plural, and cut where nothing is told apart any more', () => {
    assert.deepEqual(['issues', 'access', 'status', 'aws', 'analysis'].map(termOf), [
      'issue',
      'access',
      'status',
      'aws',
      'analysis',
    ]);
    assert.equal(termOf('x'.repeat(10_000)).length, 32);
  });

  it('are in the same bag in any order, with or without what every name has', () => {
    assert.equal(bagOf(['file', 'delete']), bagOf(['delete', 'files']));
    assert.equal(bagOf(['github', 'mcp', 'server']), bagOf(['github']));
    assert.equal(bagOf(['mcp']), 'mcp');
    assert.notEqual(bagOf(['list', 'index', 'list']), bagOf(['list', 'index']));
  });

  it('that are written in two cases count as one as well', () => {
    assert.deepEqual(wholeWords('Searches GitHub and gitlab'), ['github']);
  });
});
