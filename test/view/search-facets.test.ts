import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ratingOf, unlisted } from '../../src/search/codes.ts';
import type { Weighed } from '../../src/search/weigh.ts';
import { searchFacetValues } from '../../src/view/search-documents.ts';
import { facetCounts } from '../../src/view/search-facets.ts';

const listed = (id: number, rating: number): Weighed => ({
  ...{ id, rating, weight: 0, has: 0, named: 0, nameWords: 1, isKnown: false },
});
const first = (facet: 'risk' | 'category'): string => searchFacetValues[facet][0]?.[0] ?? '';

describe('the counts beside a search', () => {
  it('are exact for risk and category where lists know every result, and a least number for other facets', () => {
    const counts = facetCounts([], [listed(1, ratingOf(0, 0)), listed(2, ratingOf(0, 1))], searchFacetValues);
    assert.equal(counts.text('risk', first('risk')), '2');
    assert.equal(counts.text('category', first('category')), '1');
    assert.equal(counts.text('kind', 'tool'), '0+');
  });

  it('are a least number where a result is known of which no list says how it is rated', () => {
    const counts = facetCounts([], [listed(1, ratingOf(0, 0)), listed(2, unlisted)], searchFacetValues);
    assert.equal(counts.text('risk', first('risk')), '1+');
    assert.equal(counts.text('category', first('category')), '1+');
  });
});
