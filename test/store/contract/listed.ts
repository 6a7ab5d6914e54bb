import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerListing } from '../../../src/model/server.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../../samples.ts';
import type { Fresh } from './engines.ts';

/** What every store promises, whatever database it is on. */
export function listedContract(fresh: Fresh): void {
  const read = { name: 'read' };
  const write = { name: 'write', description: 'Writes.' };

  describe('a list of tools that a source gives', () => {
    const done = { cursor: null, done: true };
    const hear = async (
      store: Store,
      source: ServerListing['source'],
      tools: ToolDefinition[],
      { name = 'a', on = '2026-01-01' } = {},
    ): Promise<void> => {
      const server = sampleListing('a', { source, name });
      await store.saveSourcePage(source, [server], done, {
        tools: [{ server, tools, on }],
        faults: [],
        etags: [],
      });
    };
    const known = async (store: Store) => {
      const server = await store.server('npm:a');
      return { by: server?.listed, tools: server?.tools.map(({ definition }) => definition.name) };
    };

    it('is kept with its source, its name there and the day it last changed', async () => {
      const store = await fresh();
      await hear(store, 'docker', [read]);
      await hear(store, 'docker', [read], { on: '2026-02-02' });
      assert.deepEqual(await known(store), {
        by: { source: 'docker', name: 'a', on: '2026-01-01' },
        tools: ['read'],
      });
      await hear(store, 'docker', [read, write], { on: '2026-03-03' });
      assert.deepEqual((await known(store)).by?.on, '2026-03-03');
      assert.equal((await store.server('npm:a'))?.inspection, null);
      assert.equal((await store.server('npm:a'))?.origin, null);
    });

    it('gives way to a source that counts more, in whichever order they speak', async () => {
      for (const order of [
        ['docker', 'toolhive', 'toolsdk'],
        ['toolhive', 'toolsdk', 'docker'],
      ] as const) {
        const store = await fresh();
        for (const source of order) await hear(store, source, [{ name: source }]);
        assert.deepEqual((await known(store)).tools, ['toolhive']);
        assert.equal((await known(store)).by?.source, 'toolhive');
      }
    });

    it('is the same whichever of two entries of one source is read first', async () => {
      for (const order of [
        ['a', 'b'],
        ['b', 'a'],
      ]) {
        const store = await fresh();
        for (const name of order) await hear(store, 'docker', [{ name: `of-${name}` }], { name });
        assert.deepEqual((await known(store)).tools, ['of-a']);
      }
    });

    it('never replaces what the server itself said, and gives way to it with its days', async () => {
      const store = await fresh();
      await hear(store, 'docker', [read], { on: '2025-01-01' });
      await store.saveLive(sampleLive('a', [{ ...read, description: 'Reads.' }]), []);
      assert.equal((await known(store)).by, undefined);
      const [tool] = (await store.server('npm:a'))?.tools ?? [];
      assert.deepEqual([tool?.firstSeen, tool?.changed], ['2026-01-02', null]);
      await hear(store, 'toolhive', [write]);
      assert.deepEqual(await known(store), { by: undefined, tools: ['read'] });
    });

    it('gives way to a published visit and comes back from the catalogue as what it was', async () => {
      const store = await fresh();
      await hear(store, 'docker', [read]);
      const listed = { source: 'docker', name: 'a', on: '2024-01-01' } as const;
      const heard = sampleServer('a', [sampleTool(write)], { inspection: null, listed });
      assert.equal(await store.takeOver(heard), false);
      assert.equal(await store.takeOver(sampleServer('a', [sampleTool(write)])), true);
      assert.deepEqual(await known(store), { by: undefined, tools: ['write'] });
      const other = await fresh();
      await other.takeOver(heard);
      assert.deepEqual(await known(other), { by: listed, tools: ['write'] });
    });
  });

  describe('validators', () => {
    const saved = async (store: Store, began: string, address: string): Promise<void> => {
      const etags = [{ address, etag: `"${address}"` }];
      const place = { cursor: 'next', done: true, began };
      await store.saveSourcePage('docker', [], place, { tools: [], faults: [], etags });
    };

    it('are kept with the cursor that followed, until a later walk has ended without them', async () => {
      const store = await fresh();
      assert.equal(await store.etag('docker', 'x'), null);
      await saved(store, '2026-01-01', 'x');
      assert.deepEqual(await store.etag('docker', 'x'), { etag: '"x"', next: 'next' });
      assert.equal(await store.etag('toolhive', 'x'), null);
      await saved(store, '2026-01-02', 'y');
      assert.deepEqual(
        [await store.etag('docker', 'x'), (await store.etag('docker', 'y'))?.etag],
        [null, '"y"'],
      );
    });
  });
}
