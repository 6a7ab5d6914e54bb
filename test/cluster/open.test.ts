import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openCluster } from '../../src/cluster/cluster.ts';
import { queueNames } from '../../src/cluster/queues.ts';
import { clusterStatus } from '../../src/cluster/status.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';

it('programs that are the first in an empty database at the same time do not get into each other’s way', async () => {
  const url = await freshDatabase(await sharedPostgres());
  const said: string[] = [];
  const open = async () => {
    const database = await openPostgres(url);
    const options = {
      supervises: true,
      backend: 'postgres',
      tell: (line: string) => said.push(line),
    } as const;
    return { database, cluster: await openCluster(database, options) };
  };
  const all = await Promise.all(Array.from({ length: 5 }, open));
  for (const { database, cluster } of all) {
    const { queues } = await clusterStatus(database);
    assert.deepEqual(
      queues.map(({ queue }) => queue),
      queueNames,
    );
    await cluster.close();
    await database.close();
  }
  assert.deepEqual(said, []);
});
