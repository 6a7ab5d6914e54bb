import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reachability } from '../../../src/model/reachability.ts';
import { sampleListing, sampleRemoteVisit, sampleServer } from '../../samples.ts';
import type { Fresh } from './engines.ts';

/** What every store promises, whatever database it is on. */
export function remotesContract(fresh: Fresh): void {
  const url = 'https://tools.example/mcp';
  const id = `remote:${url}`;
  const remote = { kind: 'streamable-http', url } as const;
  const listing = sampleListing('a', { source: 'official-registry', packages: [], remotes: [remote] });
  const on = (day: string): string => `2026-${day}T00:00:00.000Z`;
  const answer = (state: 'listed' | 'unreachable', day: string): Reachability => ({
    state,
    remote,
    at: on(day),
  });

  /** A store that knows the server and has visited it: what it answered and on which days. */
  async function visited(...visits: ['listed' | 'unreachable', string][]) {
    const store = await fresh();
    await store.saveSourcePage('official-registry', [listing], { cursor: null, done: true });
    for (const [state, day] of visits) {
      const found = { inspection: sampleRemoteVisit(url, { at: on(day) }), tools: [{ name: 'read' }] };
      const faults =
        state === 'listed'
          ? []
          : [{ ...({ stage: 'inspect', subject: id, kind: state } as const), cause: 'no', at: on(day) }];
      const outcome = { server: id, at: on(day), listing: state === 'listed' ? found : null };
      await store.saveRemoteVisit({ ...outcome, reachability: [answer(state, day)] }, faults);
    }
    return store;
  }

  describe('a visit to a remote server', () => {
    it('keeps the tools, how they were listed and what the address answered', async () => {
      const server = await (await visited(['listed', '01-01'])).server(id);
      assert.deepEqual(
        server?.tools.map(({ definition, firstSeen }) => [definition.name, firstSeen]),
        [['read', '2026-01-01']],
      );
      assert.deepEqual(
        [server.inspection?.kind, server.origin, server.visited],
        ['remote', 'live', on('01-01')],
      );
      assert.deepEqual(server.reachability, [answer('listed', '01-01')]);
    });

    it('leaves the dates as they are when it finds the same', async () => {
      const server = await (await visited(['listed', '01-01'], ['listed', '02-01'])).server(id);
      assert.deepEqual(server?.reachability, [answer('listed', '01-01')]);
      assert.deepEqual([server.inspection?.at, server.visited], [on('01-01'), on('02-01')]);
    });

    it('leaves the last good listing when it fails, and forgets the fault when it succeeds', async () => {
      const failed = await (await visited(['listed', '01-01'], ['unreachable', '02-01'])).server(id);
      assert.deepEqual(
        [failed?.tools.length, failed?.faults.length, failed?.inspection?.at],
        [1, 1, on('01-01')],
      );
      assert.deepEqual(failed?.reachability, [answer('unreachable', '02-01')]);
      const again = await (
        await visited(['listed', '01-01'], ['unreachable', '02-01'], ['listed', '03-01'])
      ).server(id);
      assert.deepEqual([again?.faults, again?.inspection?.at], [[], on('01-01')]);
      assert.deepEqual(again?.reachability, [answer('listed', '03-01')]);
    });

    it('is not overwritten by what was published, which is taken over only where nobody has visited', async () => {
      const published = sampleServer('a', [], {
        ...{ id, slug: 'a', sources: [listing], inspection: null },
        reachability: [answer('listed', '01-01')],
      });
      const visitedHere = await visited(['unreachable', '02-01']);
      assert.equal(await visitedHere.takeOver(published), false);
      assert.equal((await visitedHere.server(id))?.reachability[0]?.state, 'unreachable');
      const fresh = await visited();
      assert.equal(await fresh.takeOver(published), true);
      const { reachability, visited: when } = (await fresh.server(id)) ?? {};
      assert.deepEqual([reachability, when], [published.reachability, null]);
    });
  });
}
