import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Cluster, openCluster } from '../../src/cluster/cluster.ts';
import { enqueue, type NewJob } from '../../src/cluster/enqueue.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { parseCommand } from '../../src/terminal/command.ts';
import { freshDatabase, startPostgres } from '../postgres/server.ts';
import { listingOf, member } from './cluster/crowd.ts';
import { startFarm } from './cluster/start-farm.ts';
import { publishResults } from './results.ts';

const jobs = 20_000;
const hostCount = 1_000;
const number = (value: number): string => Math.round(value).toLocaleString('en-GB');

interface Place {
  url: string;
  cluster: Cluster;
}

/** Starts a worker, whose clock is so many minutes ahead of the machine's. */
const startWorker = (url: string, task: string, ahead = 0): ChildProcess =>
  fork(join(import.meta.dirname, 'cluster', 'worker.ts'), [url, task], {
    execArgv: ['--import', join(import.meta.dirname, '../cluster/other-clock.ts')],
    env: { ...process.env, PLACARD_TEST_CLOCK: String(ahead) },
  });

/** Lets workers end what they are at. */
async function dismiss(workers: readonly ChildProcess[]): Promise<void> {
  const alive = workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ends = alive.map((worker) => once(worker, 'exit'));
  for (const worker of alive) worker.disconnect();
  await Promise.all(ends);
}

const open = `SELECT count(*) AS jobs FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active')`;

async function count({ cluster: { database } }: Place, text: string, ...values: string[]): Promise<number> {
  const [row] = await database.rows(text, ...values);
  return Number(Object.values(row ?? {})[0]);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(20);
}

/** 20,000 tiny jobs and two workers, of which one is killed at 40 % unless it is spared. */
async function tinyJobs(place: Place, isKilled: boolean): Promise<string[][]> {
  const { database } = place.cluster;
  await database.query('CREATE TABLE IF NOT EXISTS found (number INTEGER PRIMARY KEY); TRUNCATE found');
  const all = Array.from({ length: jobs }, (_, index): NewJob => ({
    key: String(index),
    data: { number: index },
  }));
  const queueing = performance.now();
  await enqueue(place.cluster, 'walk', all);
  const queued = performance.now() - queueing;
  const workers = [startWorker(place.url, 'tiny'), startWorker(place.url, 'tiny')];
  const found = () => count(place, 'SELECT count(*) FROM found');
  await until(async () => (await found()) > 0);
  const began = performance.now();
  if (isKilled) {
    await until(async () => (await found()) >= jobs * 0.4);
    workers[0]?.kill('SIGKILL');
  }
  await until(async () => (await count(place, open, 'walk')) === 0);
  const took = (performance.now() - began) / 1000;
  await dismiss(workers);
  process.stderr.write(
    `Tiny jobs, ${isKilled ? 'one worker killed' : 'none killed'}: ${took.toFixed(1)} s\n`,
  );
  const kept = await found();
  const done = await count(
    place,
    `SELECT count(*) FROM pgboss.job WHERE name = 'walk' AND state = 'completed'`,
  );
  await place.cluster.boss.deleteAllJobs('walk');
  const what = isKilled ? 'one killed with -9 at 40 %' : 'none killed';
  return [
    [`20,000 jobs, two workers, ${what}: lost`, number(jobs - kept), '0'],
    [`the same: doubled (ended twice, or a second row)`, number(done - kept), '0'],
    isKilled
      ? ['the same: seconds until all were done', took.toFixed(1), '']
      : ['the same: jobs a second', number(jobs / took), '3,000'],
    ...(isKilled ? [] : [['jobs queued a second', number(jobs / (queued / 1000)), '']]),
  ];
}

/** Real visits to 1,000 hosts by four workers; every tenth server has a second address on the next host. */
async function politeness(place: Place): Promise<string[][]> {
  const farm = await startFarm();
  const store = new SqlStore(place.cluster.database);
  const servers = Array.from({ length: hostCount * 1.25 }, (_, index) => index);
  const listings = servers.map((index) => {
    const hostname = member(index).hostname;
    const next = `host-${(Math.floor(index * 0.8) + 1) % hostCount}.example`;
    return listingOf(index, farm.port, index % 10 === 3 ? [hostname, next] : [hostname]);
  });
  await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
  const asked = new Date().toISOString();
  const names = Array.from({ length: hostCount }, (_, index) => `host-${index}.example`);
  const hosts = new Map<string, string[]>();
  for await (const { id, listings: its } of store.servers()) {
    const host = new URL(its[0]?.remotes[0]?.url ?? '').hostname;
    hosts.set(host, [...(hosts.get(host) ?? []), id]);
  }
  const data = (host: string) => ({ host, servers: hosts.get(host), asked, again: false, allowed: names });
  await enqueue(
    place.cluster,
    'remote',
    [...hosts.keys()].map((host) => ({ key: host, data: data(host) })),
  );
  const workers = [1, 2, 3, 4].map(() => startWorker(place.url, 'visits'));
  const began = performance.now();
  await until(async () => (await count(place, open, 'remote')) === 0);
  const took = (performance.now() - began) / 1000;
  process.stderr.write(`Visits: ${took.toFixed(1)} s\n`);
  await dismiss(workers);
  const { requests, most, hosts: seen } = await farm.use();
  farm.stop();
  return [
    [
      `${number(seen)} hosts, four workers, ${number(requests)} requests: most to one host at once`,
      String(most),
      '1',
    ],
    ['the same: seconds', took.toFixed(1), ''],
  ];
}

/** The most of these times (milliseconds) that lie within one second. */
function mostInASecond(times: readonly number[]): number {
  let first = 0;
  return times.reduce((most, time, index) => {
    while (time - (times[first] ?? time) >= 1000) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

/** Four workers with four askers each at one place, 20 times a second in all; their clocks are up to 40 minutes apart, and jump. */
async function pacing({ url }: Place): Promise<string[][]> {
  const times: number[] = [];
  const server = createServer((_request, response) => {
    times.push(performance.now());
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const workers = [-20, 20, 7, 0].map((ahead) => startWorker(url, `http://127.0.0.1:${port}/`, ahead));
  await setTimeout(12_000);
  for (const worker of workers) worker.kill('SIGUSR2');
  await setTimeout(13_000);
  await dismiss(workers);
  server.close();
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return [
    [
      'pace of 20 a second over four workers with four clocks: most in any second',
      String(mostInASecond(times)),
      '21',
    ],
    ['the same: a second in the mean', (times.length / seconds).toFixed(1), '20'],
  ];
}

const command = {
  usage: 'npm run bench -- cluster',
  summary:
    'Measures jobs of a cluster on a real Postgres: lost, doubled, a second, at one host at once, and their pace.',
  options: {},
} as const;

/** Runs the measurement on a Postgres of its own, with all it does to lose nothing, and writes it down. */
export async function runCluster(words: readonly string[]): Promise<void> {
  if (parseCommand(command, words) === null) return;
  const server = await startPostgres(['max_connections=200']);
  try {
    const url = await freshDatabase(server.url);
    const database = await openPostgres(url);
    const cluster = await openCluster(database, {
      supervises: false,
      backend: 'postgres',
      tell: console.error,
    });
    const place = { url, cluster };
    const rows = [
      ...(await tinyJobs(place, false)),
      ...(await tinyJobs(place, true)),
      ...(await politeness(place)),
      ...(await pacing(place)),
    ];
    await cluster.close();
    await database.close();
    publishResults({
      name: 'cluster',
      title: 'Jobs of a cluster on Postgres',
      about:
        'Worker processes with the loop, the queues and the settling of placard worker, on a real Postgres 18 on the same machine that writes every commit to disk (fsync). A tiny job inserts one row, without ON CONFLICT, in the transaction that ends it. Visits are real ones, to HTTP servers on loopback that count.',
      columns: ['figure', 'value', 'target'],
      rows,
      remarks: [
        'The clocks of the four workers that share a pace are 20 minutes behind, 20 and 7 ahead and right; after half of the time each jumps to the other side.',
        'After a kill -9, the jobs of the dead worker are given back when their heartbeat is 30 s old, which is looked at every 5 s, and are then ready at once.',
      ],
    });
  } finally {
    await server.remove();
  }
}
