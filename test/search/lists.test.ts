import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SearchDocument } from '../../src/model/search.ts';
import { bucketOf, hash32, slots } from '../../src/search/address.ts';
import { postingsOf, readIds } from '../../src/search/postings.ts';
import type { SearchReader } from '../../src/search/reader.ts';
import { partKey, partsOf } from '../../src/search/whole.ts';
import { filesOf, readerOf, server, tool } from './searched.ts';

const limits = { list: 8, part: 10 };
const nouns = ['amber', 'barrel', 'cellar', 'dragon'];
const verbs = ['ember', 'falcon', 'garden', 'harbour'];

const drawn = fc.record({
  name: fc.array(fc.constantFrom(...nouns), { minLength: 1, maxLength: 5 }),
  said: fc.array(fc.constantFrom(...nouns, ...verbs), { maxLength: 3 }),
  shelf: fc.nat(4),
  isKnown: fc.boolean(),
});

const catalogues = fc.array(drawn, { minLength: 1, maxLength: 90, size: 'max' }).map((all) =>
  all.map(({ name, said, shelf, isKnown }, place): SearchDocument =>
    tool(name.join('_'), server(`Shelf ${shelf}`), {
      ...{ slug: `tool-${place}`, description: said.join(' '), isKnown },
    }),
  ),
);

const nameWords = ({ name }: SearchDocument): string[] => name.split('_');
const wordsOf = (document: SearchDocument): string[] => [
  ...nameWords(document),
  ...document.description.split(' '),
  'shelf',
];
const orderOf = ({ kind, server: of, slug }: SearchDocument): number =>
  hash32(`${kind}\0${of?.slug ?? ''}\0${slug}`);

/** Of the documents with the same text, the eighth and all after it count alike. */
function copiesBefore(document: SearchDocument, all: readonly SearchDocument[]): number {
  const textOf = ({ description, name }: SearchDocument): string => description || name;
  const same = all.filter((other) => textOf(other) === textOf(document));
  return Math.min(7, same.filter((other) => orderOf(other) < orderOf(document)).length);
}

/** The first by numbers, of which an earlier one counts more than all after it. */
function firstBy<Item>(items: readonly Item[], numbersOf: (item: Item) => number[], count: number): Item[] {
  const numbered = items.map((item) => ({ item, numbers: numbersOf(item) }));
  const compare = (a: number[], b: number[]): number => {
    const place = a.findIndex((number, at) => number !== b[at]);
    return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
  };
  return numbered
    .sort((a, b) => compare(a.numbers, b.numbers))
    .slice(0, count)
    .map(({ item }) => item);
}

/** What a list of a word must hold, worked out one document after the other. */
function expected(word: string, all: readonly SearchDocument[]): SearchDocument[] {
  const having = all.filter((document) => wordsOf(document).includes(word));
  if (having.length <= limits.list) return having;
  const known = ({ isKnown }: SearchDocument): number => (isKnown ? 0 : 1);
  const named = firstBy(
    having.filter((document) => nameWords(document).includes(word)),
    (document) => [known(document), Math.min(4, nameWords(document).length), orderOf(document) >>> 4],
    limits.list / 4,
  );
  const others = firstBy(
    having.filter((document) => !named.includes(document)),
    (document) => [known(document), copiesBefore(document, all), orderOf(document) >>> 5],
    limits.list - named.length,
  );
  return [...named, ...others];
}

const slugsOf = (documents: readonly SearchDocument[]): string[] => documents.map(({ slug }) => slug).sort();

async function slugsAt(reader: SearchReader, ids: readonly number[]): Promise<string[]> {
  const found = ids.map(async (id) => {
    const { records } = await reader.records(bucketOf(id));
    return records.find(([slot]) => slot === id % slots)?.[3] ?? assert.fail(`nothing lies at ${id}`);
  });
  return (await Promise.all(found)).sort();
}

const inOrder = (ids: readonly number[]): boolean => ids.every((id, place) => id > (ids[place - 1] ?? -1));

describe('the list of a word', () => {
  it('holds the best documents that have it, and the parts of the whole of a list that is cut hold all', async () => {
    await fc.assert(
      fc.asyncProperty(catalogues, async (documents) => {
        const reader = await readerOf(filesOf(documents, limits));
        for (const word of [...nouns, ...verbs, 'shelf']) {
          const list = await reader.list(word);
          const { total, entries, isCut } = postingsOf(list ?? [0, '', '', '']);
          const having = documents.filter((document) => wordsOf(document).includes(word));
          assert.equal(total, having.length);
          const ids = entries.map(({ id }) => id);
          assert.ok(inOrder(ids));
          assert.deepEqual(await slugsAt(reader, ids), slugsOf(expected(word, documents)), word);
          if (!isCut) continue;
          const parts = Array.from({ length: partsOf(total, limits.part) }, (_, part) =>
            reader.whole(partKey(word, part)),
          );
          const whole = (await Promise.all(parts)).flatMap((part) => readIds(...(part ?? assert.fail())));
          assert.ok(inOrder(whole));
          assert.deepEqual(await slugsAt(reader, whole), slugsOf(having));
        }
      }),
      { numRuns: 60 },
    );
  });
});
