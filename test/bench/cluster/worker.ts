// One worker of the bench: the real loop, queues and settling, with the kind of job that is asked for.
import { z } from 'zod';
import { HostLocks } from '../../../src/cluster/host-locks.ts';
import { jobKind, type JobKind } from '../../../src/cluster/kind.ts';
import { openCluster } from '../../../src/cluster/cluster.ts';
import { slot } from '../../../src/cluster/pace.ts';
import { work } from '../../../src/cluster/work.ts';
import { remoteKind } from '../../../crawler/jobs/remote.ts';
import { systemClock } from '../../../crawler/remote/system-clock.ts';
import { limits } from '../../../src/model/limits.ts';
import { openPostgres } from '../../../src/store/open-postgres.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';

const [url = '', task = ''] = process.argv.slice(2);
const stop = new AbortController();
process.on('disconnect', () => {
  stop.abort();
});
const database = await openPostgres(url);
const cluster = await openCluster(database, { supervises: true, backend: 'postgres', tell: console.error });

/** A tiny job: one row under its own number, which a second time would fail. */
function tiny(): JobKind {
  return jobKind({ queue: 'walk', atOnce: 300, shape: z.object({ number: z.number() }) }, ({ number }) =>
    Promise.resolve(async (sql) => {
      await sql.run('INSERT INTO found VALUES ($1)', number);
    }),
  );
}

/** Real visits to the hosts of a crowd. Only names are looked up otherwise, and rests are short. */
function visits(): JobKind {
  const locks = new HostLocks(url, console.error);
  stop.signal.addEventListener('abort', () => void locks.close());
  return remoteKind({
    store: new SqlStore(database),
    hold: locks.hold.bind(locks),
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    clock: systemClock,
    now: () => new Date(),
    limits: { ...limits, hostGapMilliseconds: 20 },
  });
}

/** Uses of a shared place: each is one request to an address that notes when. */
async function paced(address: string): Promise<void> {
  const one = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await slot(database, 'place', 20, stop.signal);
      await fetch(address);
    }
  };
  await Promise.allSettled([one(), one(), one(), one()]);
}

if (task.startsWith('http')) await paced(task);
else {
  const options = {
    kinds: [task === 'tiny' ? tiny() : visits()],
    member: { id: String(process.pid), version: 'bench' },
    tell: console.error,
    ...{ graceMilliseconds: 5_000, pollMilliseconds: 200 },
  };
  await work(cluster, options, stop.signal);
}
await cluster.close();
await database.close();
