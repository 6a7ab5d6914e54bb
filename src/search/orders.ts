import type { IndexedDocument } from './part.ts';

/** Places of documents stand below what they weigh, in one number that is exact. */
const mostDocuments = 2 ** 21;

/**
 * The places of all documents, lightest first, by whole numbers below 2 to the power of 32; of equals the earlier one comes first.
 * @throws RangeError when there are more than 2,097,152.
 */
function inOrderOf(
  documents: readonly IndexedDocument[],
  weight: (document: IndexedDocument, place: number) => number,
): Uint32Array {
  if (documents.length > mostDocuments)
    throw new RangeError(
      `The search orders ${mostDocuments} documents at most, and these are ${documents.length}.`,
    );
  const keys = Float64Array.from(
    documents,
    (document, place) => weight(document, place) * mostDocuments + place,
  );
  return Uint32Array.from(keys.sort(), (key) => key % mostDocuments);
}

/** By the number that decides between equals. */
export const inOwnOrder = (documents: readonly IndexedDocument[]): Uint32Array =>
  inOrderOf(documents, ({ order }) => order);

/** Well-known ones first, then those with the shortest names. */
export const shortNamesFirst = (documents: readonly IndexedDocument[]): Uint32Array =>
  inOrderOf(documents, ({ class: kind, order }) => kind * 2 ** 28 + (order >>> 4));

/** Copies of one text that are told apart. */
const mostCopies = 7;

/** How many documents with the same text come before each one. */
function copiesBefore(documents: readonly IndexedDocument[], inOrder: Uint32Array): Uint8Array {
  const before = new Uint8Array(documents.length);
  const counts = new Map<number, number>();
  for (const place of inOrder) {
    const text = documents[place]?.text ?? 0;
    const count = counts.get(text) ?? 0;
    before[place] = Math.min(count, mostCopies);
    counts.set(text, count + 1);
  }
  return before;
}

/** Well-known ones first, and one document of each text before its near copies. */
export function wellKnownFirst(documents: readonly IndexedDocument[]): Uint32Array {
  const copies = copiesBefore(documents, inOwnOrder(documents));
  return inOrderOf(
    documents,
    ({ class: kind, order }, place) =>
      (kind < 4 ? 0 : 2 ** 30) + (copies[place] ?? 0) * 2 ** 27 + (order >>> 5),
  );
}
