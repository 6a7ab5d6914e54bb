import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import type { SearchDocument, SearchRecords, SearchRoot } from '../../src/model/search.ts';
import { shardOf } from '../../src/search/address.ts';
import { bagOf, searchWords } from '../../src/search/words.ts';
import { filesOf, namesFound, readerOf, server, tool } from './searched.ts';

const crafted = 5_000;
const honest = Array.from({ length: 20 }, (_, place) =>
  server(`Honest ${'abcdefghijklmnopqrst'.charAt(place)}`),
);

/** Buckets of a catalogue of this size, as bits of a hash. */
const bits = 9;

const letters = (number: number): string =>
  number < 26
    ? String.fromCharCode(97 + number)
    : letters(Math.floor(number / 26) - 1) + String.fromCharCode(97 + (number % 26));

/** Words that all fall into the bucket of a name. */
function* fallingWith(name: string): Generator<string> {
  const aim = shardOf(bagOf(searchWords(name)), bits);
  for (let number = 0; ; number += 1) {
    const word = `q${letters(number)}`;
    if (shardOf(bagOf([word]), bits) === aim) yield word;
  }
}

const attacks: Record<string, () => string[]> = {
  'of the same words': () => Array.from({ length: crafted }, () => 'send_email'),
  'of no words at all': () => Array.from({ length: crafted }, () => '___'),
  'that fall into one bucket': () => [...fallingWith('send_email').take(crafted)],
};

for (const [what, names] of Object.entries(attacks))
  describe(`a catalogue with 5,000 tools of crafted names ${what}`, () => {
    let files: Map<string, string>;
    before(() => {
      const flood = server('Flood');
      const documents: SearchDocument[] = [
        ...names().map((name, place) =>
          tool(name, flood, { slug: `tool-${place}`, description: `Number ${letters(place)}zz` }),
        ),
        ...honest.map((of) => tool('send_email', of, { description: `Sends a letter of ${of.name}` })),
      ];
      files = filesOf(documents);
    });

    it('is published whole, in shards that are small', () => {
      const records = [...files].filter(([path]) => path.includes('/records/'));
      const counts = records.map(([, text]) => (JSON.parse(text) as SearchRecords).records.length);
      assert.equal(records.length, 2 ** bits);
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        crafted + honest.length,
      );
      assert.ok(Math.max(...counts) <= 128, `${Math.max(...counts)} records in one shard`);
    });

    it('leaves the honest tools where their name leads, unless it is the one that fills the catalogue', () => {
      const { splits } = JSON.parse(files.get(paths.searchIndex) ?? '') as SearchRoot;
      const bag = bagOf(searchWords('send_email'));
      const shard = files.get(paths.searchShard('records', bits, shardOf(bag, bits))) ?? '';
      const { servers } = JSON.parse(shard) as SearchRecords;
      const there = servers.filter(([name]) => name.startsWith('Honest'));
      if (!Object.hasOwn(splits, bag)) assert.equal(there.length, honest.length);
    });

    it('still finds the honest tools by name and server, and the crafted ones by their texts', async () => {
      const reader = await readerOf(files);
      for (const { name } of honest.slice(0, 5))
        assert.equal((await namesFound(reader, `${name} send email`))[0], `send_email of ${name}`);
      for (const place of [0, 700, 4_321])
        assert.ok((await namesFound(reader, `${letters(place)}zz`))[0]?.endsWith(' of Flood'));
    });
  });
