import type { IndexedDocument } from './part.ts';

/** Places of documents, below what they weigh. */
const mostDocuments = 2 ** 22;

/** The rank of each document, lightest first, by whole numbers below 2 to the power of 31; of equals the earlier one comes first. */
function ranks(
  documents: readonly IndexedDocument[],
  weight: (document: IndexedDocument, place: number) => number,
): Uint32Array {
  const keys = Float64Array.from(
    documents,
    (document, place) => weight(document, place) * mostDocuments + place,
  ).sort();
  const found = new Uint32Array(documents.length);
  keys.forEach((key, rank) => {
    found[key % mostDocuments] = rank;
  });
  return found;
}

/** Copies of one text that are told apart in the order of a cut list. */
const mostCopies = 7;

/** How many documents with the same text come before each one. */
function copiesBefore(documents: readonly IndexedDocument[]): Uint8Array {
  const before = new Uint8Array(documents.length);
  const counts = new Map<number, number>();
  const rank = (place: number): number => documents[place]?.order ?? 0;
  for (const place of [...documents.keys()].sort((a, b) => rank(a) - rank(b) || a - b)) {
    const text = documents[place]?.text ?? 0;
    const count = counts.get(text) ?? 0;
    before[place] = Math.min(count, mostCopies);
    counts.set(text, count + 1);
  }
  return before;
}

/** Shortest names first, well-known ones before others. */
export const nameRanks = (documents: readonly IndexedDocument[]): Uint32Array =>
  ranks(documents, ({ class: kind, order }) => kind * 2 ** 28 + (order >>> 4));

/** Well-known ones first, and one document of each text before its near copies. */
export function knownRanks(documents: readonly IndexedDocument[]): Uint32Array {
  const copies = copiesBefore(documents);
  return ranks(
    documents,
    ({ class: kind, order }, place) =>
      (kind < 4 ? 0 : 2 ** 30) + (copies[place] ?? 0) * 2 ** 27 + (order >>> 5),
  );
}

/** Says which are the first `count` of these places by the ranks of their documents. */
export function lightest(places: Uint32Array, rank: Uint32Array, count: number): (place: number) => boolean {
  if (places.length <= count) return () => true;
  const last = places.map((place) => rank[place >>> 3] ?? 0).sort()[count - 1] ?? -1;
  return (place) => (rank[place >>> 3] ?? 0) <= last;
}
