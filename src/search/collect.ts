import type { SearchedServer, SearchRoot } from '../model/search.ts';
import { searchFacets } from '../model/search.ts';
import { readDigits } from './digits.ts';
import { Numbers } from './numbers.ts';
import type { IndexedDocument, SearchPart } from './part.ts';

/** Everything that the index is made from. */
export interface Collection {
  documents: IndexedDocument[];
  /** For each document the place of its server; -1: none. */
  serverOf: number[];
  servers: SearchedServer[];
  /** What the tools of each server are listed under. */
  keys: string[];
  /** Each word, and its number. */
  terms: Map<string, number>;
  /** The words of one document after the other: eight times the number of a word, plus the fields where it stands. */
  words: Numbers;
  /** For each document where its words end. */
  ends: number[];
  facets: SearchRoot['facets'];
}

/** @throws TypeError when a value of a facet could not be typed in a search. */
function checkFacets(facets: SearchRoot['facets']): void {
  for (const facet of searchFacets)
    if (facets[facet].some(([value]) => /[\s":]/.test(value.replace(/^p:/, ''))))
      throw new TypeError(`A value of ${facet} cannot be typed in a search.`);
}

function numberOf(terms: Map<string, number>, word: string): number {
  const known = terms.get(word);
  if (known !== undefined) return known;
  terms.set(word, terms.size);
  return terms.size - 1;
}

/**
 * Takes in one part after the other, of which nothing has to be held beside.
 * @throws TypeError when a value of a facet could not be typed in a search.
 */
export function collect(parts: Iterable<SearchPart>, facets: SearchRoot['facets']): Collection {
  checkFacets(facets);
  const collection: Collection = {
    ...{ documents: [], serverOf: [], servers: [], keys: [] },
    ...{ terms: new Map(), words: new Numbers(), ends: [], facets },
  };
  const { documents, serverOf, servers, keys, terms, words, ends } = collection;
  for (const part of parts) {
    if (part.server !== null) {
      servers.push(part.server);
      keys.push(part.key);
    }
    const numbers = part.words.map((word) => numberOf(terms, word));
    for (const document of part.documents) {
      documents.push(document);
      serverOf.push(part.server === null ? -1 : servers.length - 1);
    }
    const wordsOf = readDigits(part.wordsOf);
    for (let at = 0; at < wordsOf.length;) {
      const end = at + 1 + (wordsOf[at] ?? 0);
      for (at += 1; at < end; at += 1) {
        const word = wordsOf[at] ?? 0;
        words.push((numbers[word >>> 3] ?? 0) * 8 + (word & 7));
      }
      ends.push(words.length);
    }
  }
  return collection;
}
