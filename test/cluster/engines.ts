import { openCluster } from '../../src/cluster/cluster.ts';
import type { Cluster } from '../../src/cluster/cluster.ts';
import { postgresDatabase, preparePostgres } from '../../src/store/postgres.ts';
import { freshPostgres, impatient, pgliteConnections } from '../store/contract/engines.ts';

/** A queue that does not wait between tries. */
export const quick = {
  quick: {
    about: 'jobs under test',
    priority: 0,
    options: { expireInSeconds: 600, retryLimit: 1, retryDelay: 0, retryDelayMax: 1 },
  },
};

async function pglite(): Promise<Cluster> {
  const database = postgresDatabase(await pgliteConnections(), impatient);
  await preparePostgres(database);
  return openCluster(database, {
    supervises: false,
    backend: 'pglite',
    tell: () => undefined,
    queues: quick,
  });
}

async function postgres(): Promise<Cluster> {
  const database = await freshPostgres();
  return openCluster(database, {
    supervises: false,
    backend: 'postgres',
    tell: () => undefined,
    queues: quick,
  });
}

/** The databases that jobs can be in, by name. */
export const engines: ReadonlyMap<string, () => Promise<Cluster>> = new Map([
  ['PGlite', pglite],
  ['Postgres', postgres],
]);
