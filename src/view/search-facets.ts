import type { SearchFacet, SearchRoot } from '../model/search.ts';
import { searchFacets } from '../model/search.ts';
import { facetValues } from '../search/narrow.ts';
import { categoryOf, riskOf, unlisted } from '../search/codes.ts';
import type { Candidate } from '../search/rank.ts';
import type { Weighed } from '../search/weigh.ts';
import { figure } from './wording.ts';

/** How many results have each value of each facet. */
export interface FacetCounts extends Record<SearchFacet, ReadonlyMap<string, number>> {
  /** The number as a page shows it: with “+” where only the loaded results could be counted. */
  text(facet: SearchFacet, value: string): string;
}

/** Facets that most lists know of their documents; of the others only loaded records tell. */
const listed: readonly SearchFacet[] = ['risk', 'category'];

/** Counts the results by facet: those whose records are loaded, and by their ratings those that are not. */
export function facetCounts(
  loaded: readonly Candidate[],
  further: readonly Weighed[],
  facets: SearchRoot['facets'],
): FacetCounts {
  const ids = new Set(loaded.map(({ id }) => id));
  const left = further.filter(({ id }) => !ids.has(id));
  const counts = Object.fromEntries(
    searchFacets.map((facet) => [facet, new Map<string, number>()]),
  ) as Record<SearchFacet, Map<string, number>>;
  const add = (facet: SearchFacet, value: string | undefined): void => {
    if (value !== undefined) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  };
  for (const candidate of loaded)
    for (const facet of searchFacets)
      for (const value of facetValues(candidate, facet, facets)) add(facet, value);
  const isRated = left.every(({ rating }) => rating !== unlisted);
  const isExact = (facet: SearchFacet): boolean => left.length === 0 || (isRated && listed.includes(facet));
  for (const { rating } of left) {
    add('risk', facets.risk[riskOf(rating)]?.[0]);
    add('category', facets.category[categoryOf(rating)]?.[0]);
  }
  return {
    ...counts,
    text: (facet, value) => {
      const count = counts[facet].get(value) ?? 0;
      return `${figure(count)}${isExact(facet) ? '' : '+'}`;
    },
  };
}
