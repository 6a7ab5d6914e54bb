import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { SearchDocument } from '../../src/model/search.ts';
import { shardOf } from '../../src/search/address.ts';
import { namesFound, filesOf, readerOf, server, tool } from './searched.ts';

const colours = ['amber', 'black', 'coral', 'denim', 'ebony', 'fawn', 'green', 'honey'];
const birds = ['crane', 'eagle', 'falcon', 'goose', 'heron', 'ibis', 'kestrel', 'lark'];

/** Lists of 20 documents, and wholes of them in parts of 200. */
const limits = { list: 20, part: 200 };

/** 64 servers with 12 tools each: every word of their names, texts and servers stands in more documents than a list holds. */
const crowd = (): SearchDocument[] =>
  colours.flatMap((colour) =>
    birds.flatMap((bird, shelf) => {
      const of = server(`${colour} ${bird} MCP`);
      return Array.from({ length: 12 }, (_, place) =>
        tool(place === 5 ? `weigh_stock` : `read_stock_of${place}`, of, {
          description: `${colour}${shelf}${place} counts ${place % 2 === 0 ? 'gold' : 'silk'} in every vault`,
        }),
      );
    }),
  );

/** Tools whose descriptions alone have both words. */
const both = ['bargain', 'barter', 'broker', 'buy', 'change', 'deal', 'trade', 'vend'];

describe('a search whose words stand in too many documents', () => {
  let files: Map<string, string>;
  let asked: string[] = [];
  const reader = () =>
    readerOf({
      get: (path) => {
        asked.push(path);
        return files.get(path);
      },
    });
  const traders = async (typed: string): Promise<string[]> => {
    const found = await namesFound(await reader(), typed);
    return found.flatMap((name) => /^(.*) of Bazaar$/.exec(name)?.[1] ?? []).sort();
  };
  const askedFor = (set: string): number => asked.filter((path) => path.includes(`/${set}/`)).length;
  before(() => {
    const traded = both.map((name) =>
      tool(name, server('Bazaar'), { description: `${name} counts gold and silk in every vault` }),
    );
    const rare = tool('paint', server('Studio'), { description: 'Paints a zebra' });
    files = filesOf([...crowd(), ...traded, rare], limits);
  });

  it('finds the tool of the server that the other words name, without following any list', async () => {
    asked = [];
    for (const [typed, found] of Object.entries({
      'denim heron weigh stock': 'weigh_stock of denim heron MCP',
      'weigh stock lark fawn': 'weigh_stock of fawn lark MCP',
      'honey goose of7': 'read_stock_of7 of honey goose MCP',
    }))
      assert.equal((await namesFound(await reader(), typed))[0], found, typed);
    assert.equal(askedFor('whole'), 0);
  });

  it('finds every text that has all words, though no cut list names one of them', async () => {
    assert.deepEqual(await traders('gold silk'), both);
  });

  it('reads the same share of each whole list where all of it would be too much', async () => {
    asked = [];
    const buckets = 128;
    const isOfShare = (name: string): boolean => shardOf(name, Math.log2(buckets)) < 0.75 * buckets;
    assert.deepEqual(await traders('vault gold silk'), both.filter(isOfShare));
    assert.equal(askedFor('whole'), 7, 'three of four parts of the first word, both of the others');
  });

  it('follows no list when only a few can have all words, and shows these', async () => {
    asked = [];
    assert.equal((await namesFound(await reader(), 'gold zebra'))[0], 'paint of Studio');
    await namesFound(await reader(), 'gold qqqqqqqqq');
    assert.equal(askedFor('whole'), 0);
  });

  it('follows no more than five words, the rarest ones', async () => {
    asked = [];
    await namesFound(await reader(), 'mcp read stock counts every vault gold silk');
    assert.equal(askedFor('whole'), 5, 'of eight words');
  });

  for (const set of ['whole', 'servers'])
    it(`refuses ${set} that nobody could have written`, async () => {
      for (const text of ['[]', '{"a":', '{"gold 0":[1],"gold 1":{},"silk gold":[1],"gold":7,"silk":7}']) {
        const broken = { get: (path: string) => (path.includes(`/${set}/`) ? text : files.get(path)) };
        await assert.rejects(async () => namesFound(await readerOf(broken), 'silk gold'), text);
      }
    });

  it('follows no list when the words are a name in any order', async () => {
    asked = [];
    assert.ok((await namesFound(await reader(), 'stock weigh'))[0]?.startsWith('weigh_stock of '));
    assert.deepEqual([askedFor('servers'), askedFor('whole')], [0, 0]);
  });
});
