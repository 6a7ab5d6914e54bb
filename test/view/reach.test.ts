import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../src/model/json.ts';
import { boundsOf } from '../../src/view/bounds.ts';
import { parameters } from '../../src/view/parameters.ts';
import { parameterAt, reachOf } from '../../src/view/reach.ts';

const schema: JsonObject = {
  type: 'object',
  required: ['path'],
  properties: {
    path: { type: 'string' },
    mode: { enum: ['a', 'b'] },
    files: {
      type: 'array',
      items: { type: 'object', properties: { url: { type: 'string', format: 'uri' } } },
    },
  },
};

describe('what an argument reaches', () => {
  it('is found by the name that the table gives the parameter', () => {
    assert.equal(parameterAt('/inputSchema/properties/path/description'), 'path');
    assert.equal(parameterAt('/inputSchema/properties/a/properties/b~1c'), 'a.b/c');
    assert.equal(parameterAt('/inputSchema/properties/files/items/anyOf/0/properties/url'), 'files[].url');
    assert.equal(parameterAt('/inputSchema/properties/properties'), 'properties');
  });

  it('is nothing outside the parameters and behind references', () => {
    for (const at of ['', '/name', '/description', '/inputSchema', '/inputSchema/$defs/x/properties/y'])
      assert.equal(parameterAt(at), null, at);
  });

  it('stands beside the parameter, and only what was proved of an argument', () => {
    const at = '/inputSchema/properties/files/items/properties/url';
    const reach = reachOf([
      { id: 'p:url', at, quote: 'x' },
      { id: 'p:url', at: `${at}/format`, quote: 'x' },
      { id: 'deletes', at, quote: 'x' },
      { id: 'no-longer-known', at, quote: 'x' },
    ]);
    assert.deepEqual([...reach], [['files[].url', ['p:url']]]);
    const row = parameters(schema, reach).rows.find(({ name }) => name === 'files[].url');
    assert.deepEqual([row?.reach, row?.bounds], [['Accepts an address'], 'format uri']);
  });
});

describe('the bounds of a value', () => {
  for (const [bounds, words] of [
    [{ minimum: 1, maximum: 100 }, '1 to 100'],
    [{ minimum: 0 }, 'at least 0'],
    [{ exclusiveMinimum: 0 }, 'more than 0'],
    [{ maxLength: 1 }, 'at most 1 character'],
    [{ minItems: 1, maxItems: 5000 }, '1 to 5,000 items'],
    [{ pattern: '^a$', format: 'uuid' }, 'format uuid, pattern ^a$'],
    [{ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, null],
    [{ maximum: 'many', pattern: 3 }, null],
    [{}, null],
  ] as const)
    it(`of ${JSON.stringify(bounds)} read ${String(words)}`, () => {
      assert.equal(boundsOf(bounds), words);
    });
});
