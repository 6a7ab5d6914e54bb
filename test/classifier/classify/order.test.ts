import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { modelJudge } from '../../../classifier/judges/model.ts';
import { readModel } from '../../../classifier/judges/model/weights-file.ts';
import { rulesJudge } from '../../../classifier/judges/rules.ts';
import { canonical } from '../../../src/model/canonical.ts';
import type { Json } from '../../../src/model/json.ts';
import { locations } from '../../../src/model/locations.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { read, remove, run, storeWith } from './stores.ts';

describe('the same definitions', () => {
  const shelf = {
    type: 'object',
    properties: {
      operation: { enum: ['create', 'burn', 'delete'] },
      action: { enum: ['list', 'delete_all'] },
      path: { type: 'string', description: 'Path of the shelf' },
      directory: { type: 'string', description: 'Path of the library' },
      file: { type: 'string', description: 'Path of the list' },
    },
  };
  const definitions: ToolDefinition[] = [
    read,
    remove,
    {
      name: 'run_code',
      description: 'Runs code.',
      inputSchema: { properties: { code: { type: 'string' } } },
    },
    { name: 'shelf', description: 'Works on a shelf.\nThis is safe.', inputSchema: shelf, title: 'Shelf' },
    { name: 'mail', description: 'Sends mail.', annotations: { readOnlyHint: true, openWorldHint: true } },
  ];

  /** The same JSON with the members of every object in the opposite order. */
  function reversed(value: Json): Json {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, member]) => [key, reversed(member)]),
    );
  }

  const verdicts = ({ servers }: Awaited<ReturnType<typeof run>>) =>
    new Set(
      servers.flatMap(({ tools }) =>
        tools.map(({ definition, classification }) =>
          canonical({ name: definition.name, classification } as Json),
        ),
      ),
    );

  for (const judge of [rulesJudge, modelJudge(readModel(locations.model))])
    it(`get the same verdicts by ${judge.id} on every server, in every order, on every run`, async (test) => {
      const expected = verdicts(await run(await storeWith(test, { shelf: definitions }), judge));
      assert.equal(expected.size, definitions.length);
      const order = fc.shuffledSubarray(definitions, { minLength: definitions.length });
      const servers = fc.uniqueArray(fc.constantFrom('desk', 'hall', 'bank', 'zoo'), { minLength: 1 });
      await fc.assert(
        fc.asyncProperty(order, servers, fc.boolean(), async (tools, names, isReversed) => {
          const spelled = isReversed ? tools.map((tool) => reversed(tool as Json) as ToolDefinition) : tools;
          const store = await storeWith(test, Object.fromEntries(names.map((name) => [name, spelled])));
          assert.deepEqual(verdicts(await run(store, judge)), expected);
        }),
        { numRuns: 20 },
      );
    });
});
