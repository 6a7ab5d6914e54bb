import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../src/model/limits.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { parameters } from '../../src/view/parameters.ts';
import { sharedParameters, sharedSummary, withoutShared } from '../../src/view/shared-parameters.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const owner = { type: 'string', description: 'Whose' };

const tool = (name: string, properties: JsonObject, required: string[] = []) =>
  sampleTool({ name, inputSchema: { type: 'object', properties, required } });

const names = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name);

describe('parameters that tools of a server share', () => {
  const first = tool('first', { owner, id: { type: 'integer' } }, ['owner']);
  const server = sampleServer('s', [
    first,
    tool('second', { owner, path: { type: 'string' } }),
    tool('third', { owner: { type: 'string', description: 'Who' } }),
  ]);

  it('are those with the same name, type, bounds, default and description', () => {
    assert.deepEqual(
      sharedParameters(server).map(({ name, description, tools }) => [name, description, tools]),
      [['owner', 'Whose', 2]],
    );
  });

  it('are named on the page of each tool and described on that of the server', () => {
    const shown = withoutShared(parameters(first.definition.inputSchema), sharedParameters(server));
    assert.deepEqual([names(shown.rows), names(shown.shared)], [['id'], ['owner']]);
    assert.deepEqual(sharedSummary(shown.shared), { required: ['owner: string'], optional: null });
  });

  it('stay in the table where they were proved to reach something', () => {
    const proved = parameters(first.definition.inputSchema, new Map([['owner', ['p:identity']]]));
    assert.deepEqual(names(withoutShared(proved, sharedParameters(server)).rows), ['owner', 'id']);
  });

  it('are counted where they need not be given', () => {
    const second = server.tools[1]?.definition.inputSchema;
    assert.deepEqual(sharedSummary(withoutShared(parameters(second), sharedParameters(server)).shared), {
      required: [],
      optional: '1 optional',
    });
  });
});

describe('a table of very many parameters', () => {
  it('keeps what reaches something and what is required, in the order of the schema, and counts the rest', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`m${index}`, {}]));
    const wide = tool('wide', { ...many, last: {} });
    const shown = withoutShared(parameters(wide.definition.inputSchema, new Map([['last', ['p:path']]])), []);
    assert.equal(shown.rows.length, limits.shownParameters);
    assert.equal(shown.rows.at(-1)?.name, 'last');
    assert.equal(shown.left, 61 - limits.shownParameters);
  });
});
