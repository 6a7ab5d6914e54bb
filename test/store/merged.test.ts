import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { mergedServers } from '../../src/store/merged.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-merged-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let number = 0;
const freshStore = () => openStore(join(folder, `${++number}.db`));

const endpoint = { kind: 'streamable-http', url: 'https://one.example/mcp' } as const;
const source = 'official-registry' as const;
const place = { cursor: null, done: true };
/** A registry's word on an endpoint alone, and its later word on the same endpoint and a package. */
const remoteOnly = sampleListing('io.x/remote', { source, packages: [], remotes: [endpoint] });
const both = sampleListing('a', { source, name: 'io.x/both', remotes: [endpoint] });

describe('the servers of a store', () => {
  it('are united when a later listing connects two of them', () => {
    const store = freshStore();
    store.saveSourcePage(source, [remoteOnly], place);
    store.saveLive(sampleLive('a', [{ name: 'read' }]), []);
    assert.deepEqual(
      [...mergedServers(store)].map(({ id }) => id),
      ['npm:a', 'remote:https://one.example/mcp'],
    );
    store.saveSourcePage(source, [both], place);
    const [server, ...others] = [...mergedServers(store)];
    assert.deepEqual(others, []);
    assert.deepEqual([server?.id, server?.slug, server?.origin], ['npm:a', 'a', 'live']);
    assert.deepEqual(
      server?.listings.map(({ name }) => name),
      ['a', 'io.x/both', 'io.x/remote'],
    );
    assert.equal(server.tools.length, 1);
  });

  it('keep the tools and faults of whichever part was visited', () => {
    const store = freshStore();
    store.saveSourcePage(source, [both], place);
    store.saveLive({ ...sampleLive('b', [{ name: 'read' }]), server: remoteOnly }, []);
    store.saveFault({
      ...({ stage: 'inspect', subject: 'npm:a', kind: 'timed-out', cause: '' } as const),
      at: '2026-01-05T00:00:00.000Z',
    });
    const [server] = [...mergedServers(store)];
    assert.equal(server?.id, 'npm:a');
    assert.equal(server.tools.length, 1);
    assert.equal(server.faults.length, 1);
  });

  it('come apart again after they were published as one, when nothing connects them any more', () => {
    const store = freshStore();
    const published = sampleServer('a', [sampleTool({ name: 'read' })]);
    store.takeOver({ ...published, sources: [...published.sources, remoteOnly, both] });
    assert.equal([...mergedServers(store)].length, 1);
    store.saveSourcePage(source, [{ ...both, remotes: [] }], place);
    assert.deepEqual(
      [...mergedServers(store)].map(({ id, tools }) => [id, tools.length]),
      [
        ['npm:a', 1],
        ['remote:https://one.example/mcp', 0],
      ],
    );
  });
});
