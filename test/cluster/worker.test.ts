import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { ClusterStatus } from '../../src/cluster/status.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { newest } from '../crawler/remote/peers.ts';
import { serve } from '../crawler/remote/loopback.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { sampleListing } from '../samples.ts';

const home = mkdtempSync(join(tmpdir(), 'placard-worker-'));
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

/** A program of the project in a process of its own, with a private home and the database. */
function start(url: string, words: readonly string[]) {
  const environment = { ...process.env, PLACARD_HOME: home, DATABASE_URL: url, OPENAI_API_KEY: '' };
  const child: ChildProcess = spawn(process.execPath, words, { env: environment });
  children.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...said }));
  /** Resolves when the program has said something like it. */
  const saying = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(said.stderr)) {
      assert.equal(child.exitCode, null, said.stderr);
      await setTimeout(20);
    }
  };
  return { child, ended, saying };
}

const placard = (url: string, ...words: string[]) => start(url, ['src/commands/placard.ts', ...words]);

describe('placard worker', () => {
  let url: string;
  before(async () => {
    url = await freshDatabase(await sharedPostgres());
  });

  it('does what crawl has queued, is seen in status, and leaves when it is told to', async () => {
    const peers = await Promise.all([serve(newest('stateless')), serve(newest('stateless'))]);
    const database = await openPostgres(url);
    const store = new SqlStore(database);
    const listings = peers.map((peer, index) =>
      sampleListing(`server-${index}`, {
        ...{ source: 'official-registry', packages: [] },
        remotes: [{ kind: 'streamable-http', url: peer.url }],
      }),
    );
    await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
    const worker = placard(url, 'worker', '--queues', 'remote');
    await worker.saying(/^Working on remote \(version [0-9a-f]{12}\)\.$/m);
    const words = ['crawler/cli.ts', '--remotes', '--allow-private', '127.0.0.1', '--json'];
    const crawl = await start(url, words).ended;
    assert.equal(crawl.code, 0, crawl.stderr);
    const counts = JSON.parse(crawl.stdout) as Record<string, number>;
    assert.deepEqual(counts, { queued: 1, unchanged: 0, dead: 0, servers: 2, tools: 2 });
    for (const server of await Array.fromAsync(store.servers())) assert.equal(server.origin, 'live');
    const { stdout } = await placard(url, 'status', '--json').ended;
    const status = JSON.parse(stdout) as ClusterStatus;
    const remote = status.queues.find(({ queue }) => queue === 'remote');
    assert.deepEqual([remote?.doneHour, remote?.ready, remote?.dead], [1, 0, 0]);
    assert.deepEqual(
      status.workers.map(({ queues, process: id }) => [queues, id]),
      [['remote', worker.child.pid]],
    );
    worker.child.kill('SIGTERM');
    const { code, stderr } = await worker.ended;
    assert.equal(code, 0, stderr);
    assert.match(stderr, /Stopped: 1 job done, 0 failed/);
    assert.equal((await database.rows('SELECT id FROM worker')).length, 0);
    await database.close();
  });

  it('is refused beside a worker of another version, and so is a crawl', async () => {
    const database = await openPostgres(url);
    await database.run(
      `INSERT INTO worker (id, version, host, process, queues) VALUES ('x', 'older', 'h', 1, '')`,
    );
    const runs = [
      placard(url, 'worker', '--queues', 'walk').ended,
      start(url, ['crawler/cli.ts', '--remotes']).ended,
    ];
    for (const { code, stderr } of await Promise.all(runs)) {
      assert.equal(code, 1);
      assert.match(
        stderr,
        /the worker 1 on h runs another version of Placard \(older; this one is [0-9a-f]{12}\)/,
      );
      assert.match(stderr, /no job is lost/);
    }
    await database.run('DELETE FROM worker');
    await database.close();
  });

  it('says what it needs', async () => {
    const missing = new URL(url);
    missing.pathname = '/missing';
    const [nobody, lost, none, odd, table] = await Promise.all([
      placard('postgres://me:secret@127.0.0.1:1/x', 'status').ended,
      placard(missing.href, 'worker').ended,
      placard('', 'worker').ended,
      placard(url, 'worker', '--queues', 'walk,fly').ended,
      placard(url, 'status').ended,
    ]);
    assert.equal(nobody.code, 1);
    assert.match(
      nobody.stderr,
      /^postgres:\/\/me@127\.0\.0\.1:1\/x: the database cannot be reached: connect ECONNREFUSED .*\nStart it, or mend DATABASE_URL, and run the command again/m,
    );
    assert.equal(lost.code, 1);
    assert.match(
      lost.stderr,
      /the database lets us in no further: database "missing" does not exist\nCheck user, password and database in DATABASE_URL/,
    );
    assert.equal(none.code, 2);
    assert.match(none.stderr, /DATABASE_URL is not set/);
    assert.equal(odd.code, 2);
    assert.match(
      odd.stderr,
      /There is no queue "fly"\. Use --queues with some of walk, remote, start, judge/,
    );
    assert.match(table.stdout, /remote +0 +0 +0 .*hosts of remote servers\n/);
    assert.match(table.stdout, /No worker is at work\. Start one with placard worker\.\n$/);
  });

  it('does not count a worker that gives no sign among those at work', async () => {
    const database = await openPostgres(url);
    await database.run(
      `INSERT INTO worker (id, version, host, process, queues, seen) VALUES ('x', 'v', 'h', 1, '', now() - interval '95 seconds')`,
    );
    const { stdout } = await placard(url, 'status').ended;
    assert.match(stdout, /^No worker is at work\. Start one with placard worker\.$/m);
    assert.match(stdout, /^ +h 1 +v .* gone for \d+ min \d+ s *$/m);
    await database.run('DELETE FROM worker');
    await database.close();
  });
});
