import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { rulesJudge } from '../../../classifier/judges/rules.ts';
import { shardTexts } from '../../../src/catalogue/write.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleLive } from '../../samples.ts';
import { rates } from '../openai/chat-server.ts';
import { settingFor } from '../openai/setting.ts';
import { read, remove, run, storeWith } from './stores.ts';

const tame = { ...remove, description: 'Returns a book.' };

/** A store whose one server first listed two tools, then made one of them graver and took the other out. */
async function changedStore(test: TestContext): Promise<Store> {
  const store = await storeWith(test, {});
  await store.saveLive(
    sampleLive('shelf', [
      { ...read, name: 'look' },
      { ...tame, name: 'book' },
    ]),
    [],
  );
  const later = { at: '2026-02-02T03:04:05.000Z' };
  await store.saveLive(sampleLive('shelf', [{ ...remove, name: 'book' }], later), []);
  return store;
}

describe('what tools were before', () => {
  it('is published with the rating that today’s judge gives it', async (test) => {
    const { servers } = await run(await changedStore(test), rulesJudge);
    const [server] = servers;
    assert.deepEqual(
      server?.past?.map(({ definition, from, until, rating }) => [definition.name, from, until, rating]),
      [
        ['book', '2026-01-02', '2026-02-02', { category: 'Read', risk: 'Low' }],
        ['look', '2026-01-02', '2026-02-02', { category: 'Read', risk: 'Low' }],
      ],
    );
    assert.equal(server.tools[0]?.classification.category, 'Destructive');
  });

  it('is published again, byte for byte, by a store that has taken the catalogue over', async (test) => {
    const { servers } = await run(await changedStore(test), rulesJudge);
    const other = await storeWith(test, {});
    for (const server of servers) await other.takeOver(server);
    assert.deepEqual(shardTexts((await run(other, rulesJudge)).servers), shardTexts(servers));
  });

  it('is not asked about where a judge is paid: without a verdict the rating stays unknown', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    const { servers } = await run(await changedStore(test), judge);
    assert.deepEqual(
      requests.flatMap(({ ids }) => ids),
      ['t0'],
    );
    assert.deepEqual(
      servers[0]?.past?.map(({ rating }) => rating),
      [null, null],
    );
  });
});
