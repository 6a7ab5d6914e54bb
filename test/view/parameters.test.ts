import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import { parameters } from '../../src/view/parameters.ts';

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const types = (schema: JsonObject): Record<string, string> =>
  Object.fromEntries(parameters(schema).rows.map(({ name, type }) => [name, type]));

describe('parameters', () => {
  it('tells an unknown schema from one that names nothing', () => {
    assert.equal(parameters(undefined).isKnown, false);
    assert.deepEqual(parameters({ type: 'object' }), {
      isKnown: true,
      rows: [],
      isCut: false,
      isOpen: false,
    });
  });

  it('flattens members and list items, what is required first', () => {
    const schema = object(
      {
        filter: object({ status: { type: 'string' } }),
        items: { type: 'array', items: object({ id: { type: 'integer' } }, { required: ['id'] }) },
        path: { type: 'string', description: ' Where ', default: '/' },
      },
      { required: ['path'] },
    );
    assert.deepEqual(
      parameters(schema).rows.map(({ name }) => name),
      ['path', 'filter', 'filter.status', 'items', 'items[].id'],
    );
    assert.deepEqual(parameters(schema).rows[0], {
      name: 'path',
      type: 'string',
      isRequired: true,
      default: '"/"',
      bounds: null,
      reach: [],
      description: 'Where',
    });
  });

  it('spells types as people read them', () => {
    assert.deepEqual(
      types(
        object({
          choice: { enum: ['a', 2, null] },
          fixed: { const: true },
          list: { type: 'array', items: { type: 'integer' } },
          choices: { type: 'array', items: { enum: ['a', 'b'] } },
          maybe: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          both: { type: ['string', 'number'] },
          anything: {},
        }),
      ),
      {
        choice: '"a" | 2 | null',
        fixed: 'true',
        list: 'integer[]',
        choices: '("a" | "b")[]',
        maybe: 'string | null',
        both: 'string | number',
        anything: 'any',
      },
    );
  });

  it('follows references, and the words beside a reference win', () => {
    const schema = object(
      { who: { $ref: '#/$defs/Person', description: 'The owner' } },
      { $defs: { Person: object({ name: { type: 'string' } }, { description: 'A person' }) } },
    );
    assert.equal(parameters(schema).rows[0]?.description, 'The owner');
    assert.deepEqual(types(schema), { who: 'object', 'who.name': 'string' });
  });

  it('says when members without a name are accepted', () => {
    assert.equal(parameters(object({}, { additionalProperties: true })).isOpen, true);
    assert.equal(parameters(object({}, { additionalProperties: false })).isOpen, false);
  });

  it('spells out what a reader cannot see', () => {
    const [row] = parameters(object({ 'a\u202eb': { type: 'string', description: 'x\u200by' } })).rows;
    assert.equal(row?.name, 'a⟨U+202E⟩b');
    assert.equal(row.description, 'x⟨U+200B⟩y');
  });

  it('shows what stands in a schema under names that objects inherit', () => {
    const schema = JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"number"}}}',
    ) as JsonObject;
    assert.deepEqual(
      parameters(schema).rows.map(({ name }) => name),
      ['__proto__', 'constructor'],
    );
  });

  const endless: Record<string, JsonObject> = {
    'the root refers to itself': { $ref: '#' },
    'a member refers to the root': object({ node: { $ref: '#' } }),
    'two members refer to each other': object({
      a: { $ref: '#/properties/b' },
      b: { $ref: '#/properties/a' },
    }),
    'a hundred members refer to the root': object(
      Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`m${index}`, { $ref: '#' }])),
    ),
    'a hundred variants refer to the root': object(
      { a: { anyOf: Array.from({ length: 100 }, () => ({ $ref: '#' })) } },
      { anyOf: Array.from({ length: 100 }, () => ({ $ref: '#' })) },
    ),
    'a list of lists of itself': { type: 'array', items: { $ref: '#' } },
  };
  for (const [title, schema] of Object.entries(endless)) {
    it(`ends when ${title}`, () => {
      assert.ok(parameters(schema).rows.length <= limits.parameterRows);
    });
  }

  it('says that a very large schema was cut', () => {
    const wide = object(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`m${index}`, {}])));
    assert.equal(parameters(wide).rows.length, limits.parameterRows);
    assert.equal(parameters(wide).isCut, true);
  });

  it('reads any JSON object without failing', () => {
    const keys = fc.constantFrom(
      'properties',
      'items',
      'anyOf',
      'type',
      'enum',
      '$ref',
      'required',
      'default',
      'a',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('#', '#/a', '#/properties/a', 'string', 'array', 'object', null, 1, true),
        fc.dictionary(keys, tie('tree')),
        fc.array(tie('tree'), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, tree), (schema) => {
        const { rows } = parameters(schema as JsonObject);
        return new Set(rows.map(({ name }) => name)).size === rows.length;
      }),
    );
  });
});
