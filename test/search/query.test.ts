import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseQuery, queryText, readable } from '../../src/search/query.ts';
import { searchFacetValues } from '../../src/view/search-documents.ts';

const parse = (typed: string) => parseQuery(typed, searchFacetValues);

describe('a query', () => {
  it('is words and filters in any order', () => {
    const { text, words, filters } = parse(
      'risk:critical delete category:Financial userFiles signal:returns-secrets',
    );
    assert.equal(text, 'delete userFiles');
    assert.deepEqual(words, ['delete', 'user', 'files']);
    assert.deepEqual(
      filters.map(({ facet, value }) => `${facet}:${value}`),
      ['risk:critical', 'category:financial', 'signal:returns-secrets'],
    );
  });

  it('takes short forms of values', () => {
    const values = (typed: string) => parse(typed).filters.map(({ value }) => value);
    assert.deepEqual(values('reach:needs-login'), ['remote-needs-login']);
    assert.deepEqual(values('signal:path'), ['p:path']);
    assert.deepEqual(values('kind:tools'), ['tool']);
  });

  it('says which filters it does not know, and takes what is no filter as words', () => {
    assert.deepEqual(parse('risk:awful server:../x').unknown, ['risk:awful', 'server:../x']);
    assert.deepEqual(parse('http://a.example risk: :x').words, ['http', 'a', 'example', 'risk', 'x']);
  });

  it('reads so much and no more', () => {
    assert.ok(parse('word '.repeat(5_000)).words.length <= readable.words);
  });

  it('means the same when it is written down and read again', () => {
    const typed = fc.array(
      fc.constantFrom('delete', 'user_file', 'risk:high', 'kind:server', 'signal:p:path', '删除文件'),
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const query = parse(parts.join(' '));
        assert.deepEqual(parse(queryText(query)), query);
      }),
    );
  });
});
