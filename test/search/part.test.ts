import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type SearchPart, searchPart } from '../../src/search/part.ts';
import { searchDocuments, searchFacetValues } from '../../src/view/search-documents.ts';
import { servers } from '../site/catalogue.ts';

const [large = assert.fail('no servers')] = servers.toSorted((a, b) => b.tools.length - a.tools.length);
const documents = searchDocuments(large);
const partOf = (places: readonly number[]): SearchPart =>
  searchPart(
    places.flatMap((place) => documents[place] ?? []),
    searchFacetValues,
  );

/** Some of the documents of one server, in any order. */
const some = fc.shuffledSubarray([...documents.keys()], { minLength: 1 });

describe('the part of a server in the index of the search', () => {
  it('is the same whether it is made anew or documents are taken from one before', () => {
    fc.assert(
      fc.property(some, some, (before, now) => {
        const places = now.map((place) => before.indexOf(place));
        const its = now.flatMap((place) => documents[place] ?? []);
        assert.deepEqual(searchPart(its, searchFacetValues, { part: partOf(before), places }), partOf(now));
      }),
      { numRuns: 50 },
    );
  });

  it('reads no document again that stands in the one before', () => {
    const every = [...documents.keys()];
    const part = partOf(every);
    const unread = documents.map((document) => ({ ...document, name: 'another', description: 'nothing' }));
    assert.deepEqual(
      searchPart(unread, searchFacetValues, { part, places: every }).documents,
      part.documents,
    );
    const last = every.with(-1, -1);
    const found = searchPart(unread, searchFacetValues, { part, places: last });
    assert.deepEqual(found.documents.slice(0, -1), part.documents.slice(0, -1));
    assert.equal(found.documents.at(-1)?.spaced, 'another');
  });
});
