import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { neighbours } from '../../src/view/related.ts';
import { listed } from '../../src/view/tool-row.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const serverOf = (name: string, tools: string[]): CatalogueServer =>
  sampleServer(
    name,
    tools.map((tool) => sampleTool({ name: tool })),
  );
const namesBeside = (servers: CatalogueServer[], place: number, number = 2): string[] => {
  const tools = listed(servers);
  const tool = tools[place];
  assert.ok(tool);
  return neighbours(tools)(tool, number).map(({ tool: { definition } }) => definition.name);
};

describe('related tools', () => {
  it('stand nearest by name, on other servers, with the same rating', () => {
    const graver = sampleTool({ name: 'get_file_now' }, { risk: 'High' });
    const servers = [
      serverOf('a', ['get_file', 'get_fill']),
      serverOf('b', ['get_files', 'zip', 'getFile']),
      sampleServer('c', [graver]),
    ];
    assert.deepEqual(namesBeside(servers, 0), ['getFile', 'get_files']);
  });

  it('are none where nothing is rated alike elsewhere', () => {
    assert.deepEqual(namesBeside([serverOf('a', ['one', 'two'])], 0), []);
  });

  it('change for few tools when one is added', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 8, maxLength: 30 }), name, (names, added) => {
        fc.pre(!names.includes(added));
        const before = names.map((tool) => serverOf(`s-${tool}`, [tool]));
        const after = [...before, serverOf('added', [added])];
        const changed = names.filter(
          (_, place) => namesBeside(before, place).join() !== namesBeside(after, place).join(),
        );
        return changed.length <= 4;
      }),
      { numRuns: 50 },
    );
  });
});
