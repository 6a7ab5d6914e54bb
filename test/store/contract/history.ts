import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOf } from '../../../src/model/canonical.ts';
import { sampleLive, sampleServer, sampleTool } from '../../samples.ts';
import type { Fresh } from './engines.ts';

/** What every store promises, whatever database it is on. */
export function historyContract(fresh: Fresh): void {
  const read = { name: 'read' };
  const write = { name: 'write', description: 'Writes.' };
  const writeMore = { ...write, description: 'Writes more.', inputSchema: { type: 'object' } };

  /** A store whose one server listed these tools, one list a month, each in a version of its own. */
  async function storeAfter(...lists: { name: string }[][]) {
    const store = await fresh();
    for (const [index, tools] of lists.entries()) {
      const visit = { at: `2026-0${index + 1}-01T10:00:00.000Z`, versionGot: `1.0.${index}` };
      await store.saveLive(sampleLive('a', tools, visit), []);
    }
    return store;
  }

  describe('the history of a server', () => {
    it('keeps every definition with first seen, last seen and the versions between', async () => {
      const store = await storeAfter([write], [write], [writeMore], [writeMore, read]);
      assert.deepEqual(await store.periods('npm:a'), [
        {
          ...{ tool: 'read', hash: hashOf(read), from: '2026-04-01T10:00:00.000Z', fromVersion: '1.0.3' },
          ...{ last: '2026-04-01T10:00:00.000Z', lastVersion: '1.0.3', until: null },
        },
        {
          ...{ tool: 'write', hash: hashOf(write), from: '2026-01-01T10:00:00.000Z', fromVersion: '1.0.0' },
          ...{ last: '2026-02-01T10:00:00.000Z', lastVersion: '1.0.1', until: '2026-03-01T10:00:00.000Z' },
        },
        {
          ...{
            tool: 'write',
            hash: hashOf(writeMore),
            from: '2026-03-01T10:00:00.000Z',
            fromVersion: '1.0.2',
          },
          ...{ last: '2026-04-01T10:00:00.000Z', lastVersion: '1.0.3', until: null },
        },
      ]);
    });

    it('tells two changes of one day apart', async () => {
      const store = await fresh();
      for (const [hour, tool] of [write, writeMore, write].entries())
        await store.saveLive(sampleLive('a', [tool], { at: `2026-01-01T0${hour}:00:00.000Z` }), []);
      assert.equal((await store.periods('npm:a')).length, 3);
      assert.equal((await store.server('npm:a'))?.tools[0]?.firstSeen, '2026-01-01');
    });

    it('says what was added, changed and removed since a day, in which version and part', async () => {
      const store = await storeAfter([write], [writeMore, read], [read]);
      const [only, ...others] = await Array.fromAsync(store.changes('2026-02-01'));
      assert.deepEqual(others, []);
      assert.equal(only?.isNew, false);
      const february = { at: '2026-02-01T10:00:00.000Z', version: '1.0.1' };
      assert.deepEqual(only.changes, [
        { tool: 'read', kind: 'added', ...february, parts: [] },
        { tool: 'write', kind: 'changed', ...february, parts: ['description', 'schema'] },
        { tool: 'write', kind: 'removed', at: '2026-03-01T10:00:00.000Z', version: '1.0.1', parts: [] },
      ]);
      assert.deepEqual(await Array.fromAsync(store.changes('2026-04-01')), []);
    });

    it('calls a server new whose tools nobody had seen before', async () => {
      const store = await storeAfter([read], [read, write]);
      assert.deepEqual(
        (await Array.fromAsync(store.changes('2026-01-01'))).map(({ server, isNew }) => [server, isNew]),
        [['npm:a', true]],
      );
    });

    it('hands out what its tools were, those that are gone included, but nothing that lasted less than a day', async () => {
      const store = await storeAfter([write, read], [writeMore], [write]);
      await store.saveLive(sampleLive('a', [writeMore], { at: '2026-03-01T11:00:00.000Z' }), []);
      const [january, february, march] = ['2026-01-01', '2026-02-01', '2026-03-01'];
      assert.deepEqual((await store.server('npm:a'))?.past, [
        { definition: read, hash: hashOf(read), from: january, until: february },
        { definition: write, hash: hashOf(write), from: january, until: february },
        { definition: writeMore, hash: hashOf(writeMore), from: february, until: march },
      ]);
    });

    it('is the same in a store that took it over from the catalogue', async () => {
      const published = sampleServer('a', [{ ...sampleTool(writeMore), changed: '2026-03-03' }], {
        past: [
          { definition: read, hash: hashOf(read), from: '2026-01-05', until: '2026-02-05', rating: null },
          { definition: write, hash: hashOf(write), from: '2026-02-02', until: '2026-03-03', rating: null },
        ],
      });
      const store = await fresh();
      await store.takeOver(published);
      const server = await store.server('npm:a');
      assert.deepEqual(
        server?.past.map((past) => ({ ...past, rating: null })),
        published.past,
      );
      assert.deepEqual(
        server?.tools.map(({ firstSeen, changed }) => [firstSeen, changed]),
        [['2026-01-02', '2026-03-03']],
      );
      const changes = (await Array.fromAsync(store.changes('2026-02-01'))).flatMap((entry) => entry.changes);
      assert.deepEqual(
        changes.map(({ tool, kind, parts }) => [tool, kind, parts]),
        [
          ['write', 'changed', []],
          ['read', 'removed', []],
          ['write', 'changed', ['description', 'schema']],
        ],
      );
    });

    it('goes on from the days of the catalogue', async () => {
      const store = await fresh();
      const published = { ...sampleTool(write), firstSeen: '2025-05-05', changed: '2025-06-06' };
      await store.takeOver(sampleServer('a', [published]));
      await store.saveLive(sampleLive('a', [writeMore], { at: '2026-02-01T10:00:00.000Z' }), []);
      assert.deepEqual(
        (await store.periods('npm:a')).map(({ hash, from, last }) => [hash, from, last]),
        [
          [null, '2025-05-05', '2025-05-05'],
          [hashOf(write), '2025-06-06', '2026-01-02T03:04:05.000Z'],
          [hashOf(writeMore), '2026-02-01T10:00:00.000Z', '2026-02-01T10:00:00.000Z'],
        ],
      );
      const [only] = await Array.fromAsync(store.changes('2025-06-01'));
      assert.deepEqual(
        only?.changes.map(({ kind, parts }) => [kind, parts]),
        [
          ['changed', []],
          ['changed', ['description', 'schema']],
        ],
      );
    });
  });
}
