import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stateOf, statusLines, statusOf } from '../../../crawler/reports/status.ts';
import type { FaultKind } from '../../../src/model/fault.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../../samples.ts';

const fault = (subject: string, kind: FaultKind, stage: 'inspect' | 'source' = 'inspect') => ({
  ...{ stage, subject, kind, cause: '' },
  at: '2026-01-05T00:00:00.000Z',
});

describe('the status of a store', async () => {
  const store = await openStore(':memory:');
  await store.takeOver(sampleServer('old', [sampleTool({ name: 'read' })]));
  await store.saveSourcePage(
    'official-registry',
    [
      sampleListing('seen', { source: 'official-registry' }),
      sampleListing('bad', { source: 'official-registry' }),
    ],
    { cursor: 'next', done: false },
  );
  for (const [index, name] of ['one', 'two', 'three'].entries())
    await store.saveLive(
      sampleLive(name, [{ name: 'read' }], { at: `2026-02-0${index + 1}T00:00:00.000Z` }),
      [],
    );
  await store.saveFault(fault('npm:two', 'timed-out'));
  await store.saveFault(fault('npm:three', 'duplicate-tool'));
  await store.saveFault(fault('npm:bad', 'timed-out'));
  await store.saveFault(fault('official-registry', 'throttled', 'source'));
  const status = await statusOf(store);

  it('counts servers by state and their tools', () => {
    assert.deepEqual(status.servers, { live: 2, stale: 1, catalogue: 1, listed: 0, failed: 1, unvisited: 1 });
    assert.equal(status.tools, 4);
  });

  it('counts faults by kind, those of sources included, the most frequent first', () => {
    assert.deepEqual(Object.entries(status.faults), [
      ['timed-out', 2],
      ['duplicate-tool', 1],
      ['throttled', 1],
    ]);
  });

  it('says where each source’s walk stands', () => {
    const registry = status.sources.find(({ source }) => source === 'official-registry');
    assert.deepEqual(registry, { source: 'official-registry', walk: 'unfinished', listings: 2 });
  });

  it('names the server that was listed longest ago, by this store or for the catalogue', () => {
    assert.deepEqual(status.oldest, { server: 'npm:old', at: '2026-01-02T03:04:05.000Z' });
  });

  it('is told in lines', () => {
    const lines = statusLines(status).join('\n');
    assert.match(lines, /^ +2 +official-registry, walk unfinished$/m);
    assert.match(lines, /^6 servers with 4 tools:$/m);
    assert.match(lines, /^ +2 +timed-out: The server did not answer in time\.$/m);
    assert.match(lines, /^Listed longest ago: npm:old, on 2026-01-02\.$/m);
  });

  it('of an empty store says that nothing has been listed', async () => {
    assert.match(
      statusLines(await statusOf(await openStore(':memory:'))).join('\n'),
      /^No server has been listed yet\.$/m,
    );
  });
});

describe('a server that only a source has spoken of', () => {
  it('is known from that source’s word when tools came with it', () => {
    const tools = [{ definition: { name: 'read' }, hash: '', firstSeen: '2026-01-01', changed: null }];
    assert.equal(stateOf({ origin: null, tools, faults: [] }), 'listed');
    assert.equal(stateOf({ origin: null, tools: [], faults: [] }), 'unvisited');
  });
});
