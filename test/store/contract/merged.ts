import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergedServers } from '../../../src/store/merged.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../../samples.ts';
import type { Fresh } from './engines.ts';

/** What every store promises, whatever database it is on. */
export function mergedContract(fresh: Fresh): void {
  const endpoint = { kind: 'streamable-http', url: 'https://one.example/mcp' } as const;
  const source = 'official-registry' as const;
  const place = { cursor: null, done: true };
  /** A registry's word on an endpoint alone, and its later word on the same endpoint and a package. */
  const remoteOnly = sampleListing('io.x/remote', { source, packages: [], remotes: [endpoint] });
  const both = sampleListing('a', { source, name: 'io.x/both', remotes: [endpoint] });

  describe('the servers of a store', () => {
    it('are united when a later listing connects two of them', async () => {
      const store = await fresh();
      await store.saveSourcePage(source, [remoteOnly], place);
      await store.saveLive(sampleLive('a', [{ name: 'read' }]), []);
      assert.deepEqual(
        (await Array.fromAsync(mergedServers(store))).map(({ id }) => id),
        ['npm:a', 'remote:https://one.example/mcp'],
      );
      await store.saveSourcePage(source, [both], place);
      const [server, ...others] = await Array.fromAsync(mergedServers(store));
      assert.deepEqual(others, []);
      assert.deepEqual([server?.id, server?.slug, server?.origin], ['npm:a', 'a', 'live']);
      assert.deepEqual(
        server?.listings.map(({ name }) => name),
        ['a', 'io.x/both', 'io.x/remote'],
      );
      assert.equal(server.tools.length, 1);
    });

    it('keep the tools and faults of whichever part was visited', async () => {
      const store = await fresh();
      await store.saveSourcePage(source, [both], place);
      await store.saveLive({ ...sampleLive('b', [{ name: 'read' }]), server: remoteOnly }, []);
      await store.saveFault({
        ...({ stage: 'inspect', subject: 'npm:a', kind: 'timed-out', cause: '' } as const),
        at: '2026-01-05T00:00:00.000Z',
      });
      const [server] = await Array.fromAsync(mergedServers(store));
      assert.equal(server?.id, 'npm:a');
      assert.equal(server.tools.length, 1);
      assert.equal(server.faults.length, 1);
    });

    it('come apart again after they were published as one, when nothing connects them any more', async () => {
      const store = await fresh();
      const published = sampleServer('a', [sampleTool({ name: 'read' })]);
      await store.takeOver({ ...published, sources: [...published.sources, remoteOnly, both] });
      assert.equal((await Array.fromAsync(mergedServers(store))).length, 1);
      await store.saveSourcePage(source, [{ ...both, remotes: [] }], place);
      assert.deepEqual(
        (await Array.fromAsync(mergedServers(store))).map(({ id, tools }) => [id, tools.length]),
        [
          ['npm:a', 1],
          ['remote:https://one.example/mcp', 0],
        ],
      );
    });
  });
}
