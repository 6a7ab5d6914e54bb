import type { SearchFacet, SearchKind } from '../../model/search.ts';
import { figure } from '../wording.ts';

/** What each kind of result is called in the facet. */
export const searchKindLabels: Readonly<Record<SearchKind, string>> = {
  tool: 'Tools',
  server: 'Servers',
  attack: 'Attacks',
  signal: 'Signals',
  format: 'Policy formats',
};

export const searchFacetLabels: Readonly<Record<SearchFacet, string>> = {
  kind: 'What',
  risk: 'Risk',
  category: 'Category',
  signal: 'Signal',
  reach: 'Server',
  source: 'Listed by',
};

/** How many results there are; `isWhole` is false where only the best are known. */
export function foundCount(count: number, isWhole: boolean): string {
  const number = figure(count);
  if (count === 0) return 'Nothing found';
  return `${isWhole ? '' : 'More than '}${number} ${count === 1 ? 'result' : 'results'}`;
}

/** What stands over the results: how many, and whether they are what was asked. */
export function foundSentence(found: {
  count: number;
  isWhole: boolean;
  isSaid: boolean;
  understood: readonly string[] | null;
}): string {
  if (found.count === 0) return 'Nothing found. Check the spelling, or leave out a word or a filter.';
  const number = foundCount(found.count, found.isWhole);
  const meant = found.understood === null ? '' : ` for “${found.understood.join(' ')}”`;
  if (found.isSaid) return `${number}${meant}.`;
  return 'Nothing has all of these words. The nearest:';
}

/** What is said of filters whose value is not known. */
export function unknownFilters(unknown: readonly string[]): string {
  return unknown.length === 0 ? '' : `No such filter: ${unknown.join(', ')}.`;
}

/** What is said when a file of the index is missing or damaged. */
export const searchFault =
  'The search could not be loaded. Try again, or go by the lists of all tools and all servers.';
