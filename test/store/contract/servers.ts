import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fault } from '../../../src/model/fault.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../../samples.ts';
import type { Fresh } from './engines.ts';

/** What every store promises, whatever database it is on. */
export function serversContract(fresh: Fresh): void {
  const fault = (subject: string): Fault => ({
    stage: 'inspect',
    subject,
    kind: 'timed-out',
    cause: 'nothing came',
    at: '2026-01-05T00:00:00.000Z',
  });
  const read = { name: 'read' };
  const write = { name: 'write', description: 'Writes.' };

  describe('a live listing', () => {
    it('dates a tool when it appears, when it changes, and not when it stays', async () => {
      const store = await fresh();
      await store.saveLive(sampleLive('a', [read, write], { at: '2026-01-01T00:00:00.000Z' }), []);
      await store.saveLive(
        sampleLive('a', [read, { ...write, description: 'Writes more.' }], {
          at: '2026-02-01T00:00:00.000Z',
        }),
        [],
      );
      const dates = (await store.server('npm:a'))?.tools.map(({ firstSeen, changed }) => [
        firstSeen,
        changed,
      ]);
      assert.deepEqual(dates, [
        ['2026-01-01', null],
        ['2026-01-01', '2026-02-01'],
      ]);
    });

    it('drops a tool that is gone and remembers it when it comes back', async () => {
      const store = await fresh();
      await store.saveLive(sampleLive('a', [read, write], { at: '2026-01-01T00:00:00.000Z' }), []);
      await store.saveLive(sampleLive('a', [read], { at: '2026-02-01T00:00:00.000Z' }), []);
      assert.deepEqual(
        (await store.server('npm:a'))?.tools.map(({ definition }) => definition.name),
        ['read'],
      );
      await store.saveLive(sampleLive('a', [read, write], { at: '2026-03-01T00:00:00.000Z' }), []);
      const back = (await store.server('npm:a'))?.tools[1];
      assert.deepEqual([back?.firstSeen, back?.changed], ['2026-01-01', '2026-03-01']);
    });

    it('keeps the first visit when a later one finds the same, and takes the later one when anything differs', async () => {
      const store = await fresh();
      const at = async (): Promise<string | undefined> => (await store.server('npm:a'))?.inspection?.at;
      await store.saveLive(sampleLive('a', [read], { at: '2026-01-01T00:00:00.000Z' }), []);
      await store.saveLive(sampleLive('a', [read], { at: '2026-02-01T00:00:00.000Z' }), []);
      assert.equal(await at(), '2026-01-01T00:00:00.000Z');
      await store.saveLive(
        sampleLive('a', [read], { at: '2026-03-01T00:00:00.000Z', versionGot: '1.0.1' }),
        [],
      );
      assert.equal(await at(), '2026-03-01T00:00:00.000Z');
    });

    it('replaces the faults of older visits; a later fault leaves the listing alone', async () => {
      const store = await fresh();
      await store.saveFault(fault('npm:a'));
      await store.saveLive(sampleLive('a', [read]), []);
      assert.deepEqual((await store.server('npm:a'))?.faults, []);
      await store.saveFault(fault('npm:a'));
      assert.equal((await store.server('npm:a'))?.faults.length, 1);
      assert.equal((await store.server('npm:a'))?.tools.length, 1);
    });
  });

  describe('sources', () => {
    it('meet in one server when they name the same package, and stay apart when only names agree', async () => {
      const store = await fresh();
      const registry = { source: 'official-registry', done: true } as const;
      await store.saveSourcePage(
        'official-registry',
        [
          sampleListing('a', { source: registry.source, name: 'io.example/a' }),
          sampleListing('a', { source: registry.source, name: 'io.other/a', packages: [] }),
        ],
        { cursor: null, done: true },
      );
      await store.saveLive(sampleLive('a', [read]), []);
      assert.deepEqual(
        (await Array.fromAsync(store.servers())).map(({ id, listings }) => [id, listings.length]),
        [
          ['npm:a', 2],
          ['official-registry:io.other/a', 1],
        ],
      );
    });

    it('keep the place of a walk together with its page', async () => {
      const store = await fresh();
      assert.equal(await store.walkPlace('official-registry'), null);
      await store.saveSourcePage('official-registry', [sampleListing('a')], { cursor: '', done: false });
      assert.deepEqual(await store.walkPlace('official-registry'), { cursor: '', done: false });
    });

    it('lose the whole page when one listing cannot be kept, so that the place stays true', async () => {
      const store = await fresh();
      const broken = { ...sampleListing('b'), name: undefined } as unknown as ReturnType<
        typeof sampleListing
      >;
      await assert.rejects(async () => {
        await store.saveSourcePage('official-registry', [sampleListing('a'), broken], {
          cursor: '2',
          done: false,
        });
      });
      assert.deepEqual(await Array.fromAsync(store.servers()), []);
      assert.equal(await store.walkPlace('official-registry'), null);
    });

    it('have faults of their own, until a page comes through', async () => {
      const store = await fresh();
      await store.saveFault({ ...fault('official-registry'), stage: 'source' });
      assert.deepEqual(
        (await store.sourceFaults()).map(({ subject }) => subject),
        ['official-registry'],
      );
      await store.saveSourcePage('official-registry', [], { cursor: null, done: true });
      assert.deepEqual(await store.sourceFaults(), []);
    });
  });

  describe('taking over a published server', () => {
    const published = sampleServer('a', [
      { ...sampleTool(read), firstSeen: '2025-05-05' },
      { ...sampleTool(write), firstSeen: '2025-05-05', changed: '2025-06-06' },
    ]);

    it('keeps its tools, days, slug and visit, and says where they come from', async () => {
      const store = await fresh();
      assert.equal(await store.takeOver({ ...published, slug: 'chosen-before' }), true);
      const server = await store.server('npm:a');
      assert.ok(server);
      assert.deepEqual(
        server.tools.map(({ hash, firstSeen, changed }) => ({ hash, firstSeen, changed })),
        published.tools.map(({ hash, firstSeen, changed }) => ({ hash, firstSeen, changed })),
      );
      assert.deepEqual([server.slug, server.origin], ['chosen-before', 'catalogue']);
      assert.deepEqual(server.inspection, published.inspection);
    });

    it('does nothing when the store has listed the server itself', async () => {
      const store = await fresh();
      await store.saveLive(sampleLive('a', [write]), []);
      assert.equal(await store.takeOver(published), false);
      assert.equal((await store.server('npm:a'))?.tools.length, 1);
    });

    it('becomes live, with the old days, once the server is listed here', async () => {
      const store = await fresh();
      await store.takeOver(published);
      await store.saveLive(sampleLive('a', [read, write]), []);
      const server = await store.server('npm:a');
      assert.deepEqual([server?.origin, server?.tools[0]?.firstSeen], ['live', '2025-05-05']);
      assert.deepEqual(server?.inspection, published.inspection);
    });
  });

  describe('slugs', () => {
    it('stay apart when two servers ask for the same one', async () => {
      const store = await fresh();
      await store.saveLive(sampleLive('@scope/name', [read]), []);
      await store.saveLive(sampleLive('scope-name', [read]), []);
      const slugs = (await Array.fromAsync(store.servers())).map(({ slug }) => slug);
      assert.equal(new Set(slugs).size, 2);
      assert.ok(slugs.includes('scope-name'));
    });
  });

  describe('verdicts', () => {
    it('are found again under their key only', async () => {
      const store = await fresh();
      const verdict = {
        category: 'Read',
        risk: 'Low',
        confidence: 0.5,
        signals: [],
        rationale: 'It reads.',
      } as const;
      await store.saveVerdict('key', { ...verdict, signals: [] });
      assert.deepEqual([...(await store.verdicts(['other', 'key']))], [['key', verdict]]);
    });
  });
}
