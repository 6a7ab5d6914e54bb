import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byJudge } from '../../../classifier/fallback.ts';
import { modelJudge } from '../../../classifier/judges/model.ts';
import { readModel } from '../../../classifier/judges/model/weights-file.ts';
import { applyOverrides } from '../../../classifier/overrides/apply.ts';
import { readOverrides } from '../../../classifier/overrides/read.ts';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { locations } from '../../../src/model/locations.ts';

const judge = modelJudge(readModel(locations.model));
const servers = new Map(readCatalogue(locations.catalogue).map((server) => [server.id, server]));
const overrides = readOverrides(locations.overrides);

describe('A committed correction is of a tool of the catalogue as it is now, and is still needed', () => {
  it('exists', () => {
    assert.ok(overrides.size > 0);
  });

  for (const [id, corrections] of overrides)
    for (const correction of corrections)
      it(`${id}, ${correction.tool}`, async () => {
        const server = servers.get(id);
        const tool = server?.tools.find(({ definition }) => definition.name === correction.tool);
        assert.ok(server !== undefined && tool !== undefined, 'the catalogue has no such tool');
        const { name, description } = server;
        const context = description === null ? { name } : { name, description };
        const judged = await byJudge(judge, { server: context, tool: tool.definition });
        const { corrected } = applyOverrides({ id, tools: [tool] }, [judged], [correction]);
        assert.deepEqual(corrected, [{ server: id, tool: correction.tool, fate: 'applied' }]);
      });
});
