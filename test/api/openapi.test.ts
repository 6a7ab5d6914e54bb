import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { endpointOf, endpoints, parameters, parametersIn } from '../../src/api/endpoints.ts';
import { openApi } from '../../src/api/openapi.ts';
import { fileShapes } from '../../src/api/shapes.ts';
import { paths } from '../../src/model/paths.ts';

const description = openApi() as Record<string, unknown>;

describe('the description of the API', () => {
  it('is OpenAPI 3.1, says its own validator', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(description);
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, '3.1');
    const broken = await new Validator().validate({ ...description, paths: [] });
    assert.equal(broken.valid, false);
  });

  it('is the one that is checked in', () => {
    assert.deepEqual(JSON.parse(readFileSync('data/schema/openapi.json', 'utf8')), openApi());
  });

  it('names every kind of file once, and every shape that a file can have', () => {
    const unique = (values: readonly string[]): number => new Set(values).size;
    assert.equal(unique(endpoints.map(({ id }) => id)), endpoints.length);
    assert.equal(unique(endpoints.map(({ path }) => path.replaceAll(/\{[a-z]+\}/g, '{}'))), endpoints.length);
    assert.deepEqual(
      [...new Set(endpoints.map(({ shape }) => shape))].sort(),
      Object.keys(fileShapes).sort(),
    );
  });

  it('explains every name in an address', () => {
    for (const { path } of endpoints)
      assert.equal(parametersIn(path).length, path.split('{').length - 1, path);
    const used = endpoints.flatMap(({ path }) => parametersIn(path));
    assert.deepEqual(Object.keys(parameters).sort(), [...new Set(used)].sort());
  });

  it('finds the kind of a file by its address, and none for another', () => {
    assert.equal(endpointOf(paths.json(paths.tool('a', 'b')))?.shape, 'ToolRecord');
    assert.equal(endpointOf(paths.json(paths.attacksOfGroup('impact')))?.shape, 'AttackIndex');
    for (const [list, entry, shape] of [
      [paths.tools, 'a/b', 'ToolList'],
      [paths.riskAndCategory('High', 'Read'), 'a/b', 'ToolList'],
      [paths.servers, 'a', 'ServerList'],
      [paths.serverList('risk', 'asked'), 'a', 'ServerList'],
      [paths.changes, '2026-11-20/added/a/1', 'ChangeList'],
    ] as const)
      assert.equal(endpointOf(paths.json(paths.listPage(list, entry)))?.shape, shape, list);
    assert.equal(endpointOf('/api/v1/nothing/of/the/sort.json'), null);
    assert.equal(endpointOf('/api/v1/servers/.json'), null);
  });
});
