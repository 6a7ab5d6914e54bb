import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { SearchDocument } from '../../src/model/search.ts';
import { namesFound, filesOf, readerOf, server, tool } from './searched.ts';

const colours = ['amber', 'black', 'coral', 'denim', 'ebony', 'fawn', 'green', 'honey'];
const birds = ['crane', 'eagle', 'falcon', 'goose', 'heron', 'ibis', 'kestrel', 'lark'];

/** 64 servers with 110 tools each: every word of their names and of their servers' stands in more documents than a list holds. */
const crowd = (): SearchDocument[] =>
  colours.flatMap((colour) =>
    birds.flatMap((bird) => {
      const of = server(`${colour} ${bird} MCP`);
      return Array.from({ length: 110 }, (_, place) =>
        tool(place === 50 ? `read_stock` : `read_stock_of${place}`, of, {
          description: `${place % 2 === 0 ? 'Counts gold in every vault' : 'Counts silk in every store'} it knows`,
        }),
      );
    }),
  );

describe('a search whose words stand in too many documents', () => {
  let files: Map<string, string>;
  before(() => {
    const both = { description: 'Trades gold for silk and back' };
    files = filesOf([...crowd(), tool('barter', server('Bazaar'), both)]);
  });

  it('finds the tool of the server that the other words name, and follows no list further', async () => {
    const asked: string[] = [];
    const reader = await readerOf({
      get: (path) => {
        asked.push(path);
        return files.get(path);
      },
    });
    assert.equal((await namesFound(reader, 'denim heron read stock'))[0], 'read_stock of denim heron MCP');
    assert.equal((await namesFound(reader, 'read stock lark fawn'))[0], 'read_stock of fawn lark MCP');
    assert.deepEqual(
      asked.filter((path) => path.includes('/more/')),
      [],
    );
  });

  it('finds the one text that has all words among thousands of copies of others', async () => {
    assert.equal((await namesFound(await readerOf(files), 'gold silk'))[0], 'barter of Bazaar');
  });
});
