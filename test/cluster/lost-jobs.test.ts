import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { type Cluster, openCluster } from '../../src/cluster/cluster.ts';
import { jobKind } from '../../src/cluster/kind.ts';
import { readyLost } from '../../src/cluster/lost-jobs.ts';
import { pause, slot } from '../../src/cluster/pace.ts';
import { work } from '../../src/cluster/work.ts';
import { databaseClock } from '../../src/store/database-clock.ts';
import { freshPostgres } from '../store/contract/engines.ts';

const patient = {
  patient: {
    about: 'jobs under test',
    priority: 0,
    options: { expireInSeconds: 600, retryLimit: 1, retryDelay: 600, retryDelayMax: 3_600 },
  },
};
const quiet = (): undefined => undefined;
const hour = 60 * 60_000;

let cluster: Cluster;
before(async () => {
  const database = await freshPostgres();
  const options = { supervises: true, backend: 'postgres', tell: quiet, queues: patient } as const;
  cluster = await openCluster(database, options);
});
after(async () => {
  await cluster.close();
  await cluster.database.close();
});

/** A job of this key that a worker had taken when it was killed: its last sign is older than any living worker's. */
async function abandoned(singletonKey: string, attempts: number): Promise<void> {
  const { boss, database } = cluster;
  await boss.insert('patient', [{ data: {}, singletonKey, retryLimit: 4 }]);
  await boss.fetch('patient');
  await database.run(
    `UPDATE pgboss.job SET heartbeat_on = now() - interval '31 seconds', retry_count = $2 WHERE singleton_key = $1`,
    singletonKey,
    attempts - 1,
  );
}

async function jobs(): Promise<unknown[]> {
  return cluster.database.rows(
    `SELECT singleton_key AS key, state::text, start_after <= now() AS ready, retry_limit::int AS limit FROM pgboss.job ORDER BY 1`,
  );
}

describe('jobs whose worker was killed', () => {
  it('are ready at once when it was their first, even while this machine’s clock is set back by an hour', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    await abandoned('first', 1);
    await abandoned('second', 2);
    mock.timers.setTime(Date.now() - hour);
    for (let tries = 0; tries < 150; tries += 1) {
      const areGivenUp = !JSON.stringify(await jobs()).includes('active');
      await readyLost(cluster.database);
      if (areGivenUp) break;
      await setTimeout(100);
    }
    mock.timers.reset();
    assert.deepEqual(await jobs(), [
      { key: 'first', state: 'retry', ready: true, limit: 4 },
      { key: 'second', state: 'retry', ready: false, limit: 4 },
    ]);
    await cluster.boss.deleteAllJobs('patient');
  });
});

describe('jobs that a living worker lets go of', () => {
  it('can be taken at once and have lost no attempt', async () => {
    await cluster.boss.insert('patient', [{ data: {}, singletonKey: 'held', retryLimit: 0 }]);
    const stop = new AbortController();
    const kind = jobKind({ queue: 'patient', atOnce: 1, shape: z.object({}) }, async (_, signal) => {
      stop.abort();
      await setTimeout(60_000, undefined, { signal });
      return () => Promise.resolve();
    });
    const said: string[] = [];
    const tell = (line: string): void => void said.push(line);
    const rest = { tell, graceMilliseconds: 1, pollMilliseconds: 20 };
    await work(cluster, { kinds: [kind], member: { id: 'me', version: '1' }, ...rest }, stop.signal);
    assert.deepEqual(await jobs(), [{ key: 'held', state: 'retry', ready: true, limit: 1 }]);
    assert.deepEqual(said, ['1 job under way left to whoever takes them next: the worker was stopped.']);
    await cluster.boss.deleteAllJobs('patient');
  });
});

describe('a clock of this machine that jumps', () => {
  for (const [way, jump] of [
    ['forward', hour],
    ['back', -hour],
  ] as const)
    it(`by an hour ${way} moves neither the cluster's time nor its pace`, async () => {
      const now = await databaseClock(cluster.database);
      mock.timers.enable({ apis: ['Date'], now: Date.now() + 7 * 60_000 });
      const before = now().getTime();
      await slot(cluster.database, way, 20, AbortSignal.timeout(5_000));
      mock.timers.setTime(Date.now() + jump);
      await pause(cluster.database, way, 0.2);
      const began = performance.now();
      await slot(cluster.database, way, 20, AbortSignal.timeout(5_000));
      const waited = performance.now() - began;
      const passed = now().getTime() - before;
      mock.timers.reset();
      assert.ok(waited >= 150 && waited < 5_000, `${waited} ms`);
      assert.ok(passed >= 150 && passed < 10_000, `${passed} ms`);
      assert.ok(Math.abs(now().getTime() - Date.now()) < 10_000);
    });
});
