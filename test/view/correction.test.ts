import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import { correctionAddress, correctionText } from '../../src/view/correction.ts';
import { toolServer } from '../../src/view/tool-server.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const tool = sampleTool({ name: 'delete "all" & more' });
const server = toolServer(sampleServer('files', [tool]));
const home = { address: 'https://forge.example/owner/name/', branch: 'main', folder: '' };

describe('a mistake is reported', () => {
  it('in a new file of the repository that names the tool, its definition and its rating', () => {
    const address = new URL(correctionAddress({ forge: 'github', ...home }, server, tool));
    assert.equal(address.pathname, '/owner/name/new/main');
    assert.equal(address.searchParams.get('filename'), `data/overrides/${server.slug}.json`);
    const text = String(address.searchParams.get('value'));
    assert.equal(text, correctionText(server, tool));
    const { server: id, tools } = JSON.parse(text) as { server: string; tools: object[] };
    assert.equal(id, server.id);
    assert.partialDeepStrictEqual(tools, [{ tool: 'delete "all" & more', definition: tool.hash }]);
  });

  it('in the file that is there, when a tool of the server was corrected before', () => {
    const correction = {
      ...{ by: 'a person', on: '2026-01-01', quotes: [{ at: '', quote: '' }] },
      instead: { judge: 'rules', category: 'Read', risk: 'Low' } as const,
    };
    const classification = { ...tool.classification, correction };
    const corrected = toolServer(sampleServer('files', [{ ...tool, classification }]));
    const address = correctionAddress(
      { forge: 'gitlab', ...home, folder: 'tools/catalogue' },
      corrected,
      tool,
    );
    const file = `tools/catalogue/data/overrides/${server.slug}.json`;
    assert.equal(address, `https://forge.example/owner/name/-/edit/main/${file}`);
  });

  it('where the site says how, when it names no repository', () => {
    assert.equal(correctionAddress(undefined, server, tool), paths.corrections);
  });
});
