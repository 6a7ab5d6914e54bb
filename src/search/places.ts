import type { Collection } from './collect.ts';

/** The documents of each word in the order of their ids, one word after the other. */
export interface Places {
  /** Where those of each word begin; one more than there are words. */
  starts: Uint32Array;
  /** Eight times the place of the document, plus the fields where it has the word. */
  places: Uint32Array;
}

/** Goes through the words of documents, given by their places, with eight times that place plus the fields where they stand. */
export function eachWord(
  { words: { all }, ends }: Pick<Collection, 'words' | 'ends'>,
  documents: Uint32Array,
  visit: (term: number, place: number) => void,
): void {
  for (const document of documents) {
    const end = ends[document] ?? 0;
    for (let at = ends[document - 1] ?? 0; at < end; at += 1) {
      const word = all[at] ?? 0;
      visit(word >>> 3, document * 8 + (word & 7));
    }
  }
}

/** Sorts the words of all documents, in two passes over them. */
export function placesByTerm(collection: Collection, inOrder: Uint32Array): Places {
  const starts = new Uint32Array(collection.terms.size + 1);
  eachWord(collection, inOrder, (term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 1; term < starts.length; term += 1)
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(collection.words.length);
  eachWord(collection, inOrder, (term, place) => {
    const at = next[term] ?? 0;
    places[at] = place;
    next[term] = at + 1;
  });
  return { starts, places };
}

/** How many documents have a term. */
export function countOf({ starts }: Places, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}
