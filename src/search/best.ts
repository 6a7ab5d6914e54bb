import { fields } from './codes.ts';
import type { Collection } from './collect.ts';
import { shortNamesFirst, wellKnownFirst } from './orders.ts';
import { countOf, eachWord, type Places } from './places.ts';

/**
 * Of each word that more than `longest` documents have, so many of its places, best first; nothing of the others. First come a few of
 * the shortest names that have the word, then always the same documents, so that what two cut lists have in common says something:
 * well-known ones before others, and one document of each text before its near copies.
 */
export function bestPlaces(
  collection: Collection,
  places: Places,
  longest: number,
): readonly (readonly number[] | undefined)[] {
  const terms = Array.from(collection.terms.values(), (term) => term);
  const best = terms.map((term): number[] | undefined => (countOf(places, term) > longest ? [] : undefined));
  const named = Math.floor(longest / 4);
  eachWord(collection, shortNamesFirst(collection.documents), (term, place) => {
    const its = (place & fields.name) === 0 ? undefined : best[term];
    if (its !== undefined && its.length < named) its.push(place);
  });
  const taken = best.map((its) => new Set(its));
  eachWord(collection, wellKnownFirst(collection.documents), (term, place) => {
    const its = best[term];
    if (its !== undefined && its.length < longest && taken[term]?.has(place) === false) its.push(place);
  });
  return best;
}
