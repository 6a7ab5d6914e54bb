import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { hosts } from '../../crawler/remote/host.ts';
import { systemClock } from '../../crawler/remote/system-clock.ts';
import { type Cluster, openCluster } from '../../src/cluster/cluster.ts';
import { HostLocks } from '../../src/cluster/host-locks.ts';
import { jobKind, type JobKind } from '../../src/cluster/kind.ts';
import { work } from '../../src/cluster/work.ts';
import { poolOf } from '../../src/store/postgres-pool.ts';
import { postgresDatabase, preparePostgres } from '../../src/store/postgres.ts';
import { UserError } from '../../src/terminal/command.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { quick } from './engines.ts';

let server: PostgresServer;
before(async () => {
  server = await startPostgres();
});
after(() => server.remove());

const said: string[] = [];
const tell = (line: string): void => void said.push(line);

/** One worker's own view of the database, which it waits for so long. */
async function join(milliseconds = 60_000): Promise<Cluster> {
  const database = postgresDatabase(poolOf(server.url, 4), { milliseconds, tell });
  await preparePostgres(database);
  return openCluster(database, { supervises: true, backend: 'postgres', tell, queues: quick });
}

async function leave(cluster: Cluster): Promise<void> {
  await cluster.close();
  await cluster.database.close();
}

const numberOf = async ({ database }: Cluster, text: string): Promise<number> =>
  Number(Object.values((await database.rows(text))[0] ?? {})[0]);

/** Sessions of locks that come back sooner than on a network. */
const lockTimes = { ask: 200, answer: 700, settling: 1_000 };

/** Hosts that somebody is at now, and those that two were ever at. */
const inside = new Map<string, number>();
const shared = new Set<string>();

/** A job that is at one of twenty hosts for a moment and then writes its number, which a second time would fail. */
function visiting(locks: HostLocks): JobKind {
  const about = { queue: 'quick', atOnce: 12, shape: z.object({ number: z.number() }) };
  const hostOf = hosts(1, systemClock);
  return jobKind(about, async ({ number }, signal) => {
    const host = `host-${number % 20}.example`;
    const visit = async (): Promise<void> => {
      const others = inside.get(host) ?? 0;
      if (others > 0) shared.add(host);
      inside.set(host, others + 1);
      try {
        await setTimeout(20, undefined, { signal });
      } finally {
        inside.set(host, (inside.get(host) ?? 1) - 1);
      }
    };
    await hostOf(host).alone(() => locks.hold(host, signal, visit));
    return async (sql) => {
      await sql.run('INSERT INTO found VALUES ($1)', number);
    };
  });
}

/** What may befall a database, with the workers busy. Each ends with a database that can be written to. */
const outages: Readonly<Record<string, (watch: Cluster) => Promise<unknown>>> = {
  'its sessions are ended': ({ database }) =>
    database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name LIKE 'placard%'`,
    ),
  'it is killed with -9': async () => {
    await server.stop('SIGKILL');
    await setTimeout(500);
    await server.start();
  },
  'a stand-by takes its place and only reads for a while': async ({ database }) => {
    await server.stop();
    await server.start('stand-by');
    await setTimeout(700);
    await database.query('SELECT pg_promote()');
  },
};

describe('a Postgres that goes away under busy workers', () => {
  it('is waited for: nothing is lost, nothing is done twice, and no host has two visitors', async () => {
    const watch = await join();
    await watch.database.query('CREATE TABLE found (number INTEGER PRIMARY KEY)');
    const jobs = Array.from({ length: 300 }, (_, number) => ({
      data: { number },
      singletonKey: String(number),
    }));
    await watch.boss.insert('quick', jobs);
    const stop = new AbortController();
    const workers = [1, 2].map(async (id) => {
      const cluster = await join();
      const desk: { letGo?: (reason: Error) => void } = {};
      const locks = new HostLocks(server.url, (reason) => desk.letGo?.(reason), lockTimes);
      const tally = await work(
        cluster,
        {
          kinds: [visiting(locks)],
          member: { id: String(id), version: '1' },
          ...{ tell, graceMilliseconds: 5_000, pollMilliseconds: 20 },
          onDesk: ({ claims }) => {
            desk.letGo = (reason) => {
              claims.stopAll(reason);
            };
          },
        },
        stop.signal,
      );
      await locks.close();
      await leave(cluster);
      return tally;
    });
    const found = () => numberOf(watch, 'SELECT count(*) FROM found');
    for (const [index, happen] of Object.values(outages).entries()) {
      while ((await found()) < 30 + 80 * index) await setTimeout(20);
      assert.ok((await found()) < 300, 'the workers are busy');
      await happen(watch);
    }
    while ((await found()) < 300) await setTimeout(50);
    stop.abort();
    const tallies = await Promise.all(workers);
    assert.equal(
      await numberOf(watch, `SELECT count(*) FROM pgboss.job WHERE name = 'quick' AND state = 'completed'`),
      300,
    );
    assert.equal(await numberOf(watch, `SELECT count(*) FROM pgboss.job WHERE name = 'quick-dead'`), 0);
    assert.equal(
      tallies.reduce((sum, { done }) => sum + done, 0),
      300,
    );
    assert.deepEqual([...shared], []);
    const words = said.join('\n');
    assert.match(words, /: the database is away \(.+\)\. Trying again for 60 s\./);
    assert.match(
      words,
      /\d+ jobs? under way left to whoever takes them next: the session that holds the hosts broke off\./,
    );
    await leave(watch);
  });

  it('ends a worker in words when it stays away', async () => {
    const cluster = await join(500);
    const working = work(
      cluster,
      {
        kinds: [visiting(new HostLocks(server.url, () => undefined))],
        member: { id: 'impatient', version: '1' },
        ...{ tell, graceMilliseconds: 100, pollMilliseconds: 20 },
      },
      new AbortController().signal,
    );
    const end = assert.rejects(
      working,
      (error) =>
        error instanceof UserError &&
        error.exitCode === 1 &&
        /^postgres:.*: the database cannot be reached: .+\nStart it, or mend DATABASE_URL, and run the command again: what was saved is kept\.$/.test(
          error.message,
        ),
    );
    await server.stop('SIGKILL');
    await end;
    await server.start();
    await leave(cluster);
  });
});
