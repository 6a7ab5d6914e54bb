import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { after, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { HostLocks } from '../../src/cluster/host-locks.ts';
import { poolOf } from '../../src/store/postgres-pool.ts';
import { postgresDatabase } from '../../src/store/postgres.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';

const url = new URL(await freshDatabase(await sharedPostgres()));
const database = new pg.Client(url.href);
database.on('error', () => null); // the server may end before it does
await database.connect();

/** A way to the database that can be cut so that neither side is told. */
const sockets: Socket[] = [];
/** Milliseconds that an answer takes on the way. */
let delay = 0;
/** Whether the way takes connections and leads nowhere. */
let isDeaf = false;
const way = createServer((socket) => {
  if (isDeaf) {
    sockets.push(socket.on('error', () => null));
    return;
  }
  const onward = connect(Number(url.port), url.hostname);
  const slow = new Transform({
    transform(chunk, _, done) {
      void setTimeout(delay).then(() => {
        done(null, chunk);
      });
    },
  });
  socket.pipe(onward).pipe(slow).pipe(socket);
  sockets.push(
    socket.on('error', () => null),
    onward.on('error', () => null),
  );
});
way.listen(0, '127.0.0.1');
await once(way, 'listening');
after(async () => {
  await database.end();
  for (const socket of sockets) socket.destroy();
  way.close();
});
const address = way.address();
assert.ok(typeof address === 'object' && address !== null);
const cutOff = (): void => {
  for (const socket of sockets) socket.unpipe().pause();
};
const cuttable = Object.assign(new URL(url), { port: String(address.port) });

it('a worker that is cut off without notice leaves its host before another can be there', async () => {
  const times = { ask: 50, answer: 300, settling: 600 };
  const never = new AbortController().signal;
  const stop = new AbortController();
  const events: string[] = [];
  const cut = new HostLocks(
    cuttable.href,
    (reason) => {
      stop.abort(reason);
    },
    times,
  );
  const other = new HostLocks(url.href, () => events.push('the other is told'), times);
  await other.hold('elsewhere.example', never, () => Promise.resolve());
  const inside = Promise.withResolvers<undefined>();
  const visit = cut.hold('host.example', stop.signal, async () => {
    inside.resolve(undefined);
    await setTimeout(30_000, undefined, { signal: stop.signal }).catch(() => null);
    events.push('the visit ends');
  });
  await inside.promise;
  cutOff();
  // as in a fail-over, no session is left; who is cut off does not hear of it
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'placard hosts' AND datname = current_database()`,
  );
  while (events.length === 0) await setTimeout(5);
  await other.hold('host.example', never, () => Promise.resolve(events.push('another visit')));
  await visit;
  assert.deepEqual(events, ['the other is told', 'the visit ends', 'another visit']);
  assert.match(String(stop.signal.reason), /the session that holds the hosts broke off/);
  await other.close();
});

it('a session that answers is not lost because many questions wait for their turn', async () => {
  delay = 50;
  const lost: Error[] = [];
  const locks = new HostLocks(cuttable.href, (reason) => lost.push(reason), {
    ask: 300, // a question that waited for its turn would wait for more than 20 others
    answer: 900,
    settling: 0,
  });
  const never = new AbortController().signal;
  const hosts = Array.from({ length: 26 }, (_, number) => `busy-${number}.example`);
  await Promise.all(hosts.map((host) => locks.hold(host, never, () => Promise.resolve())));
  assert.deepEqual(lost, []);
  await locks.close();
  delay = 0;
});

it('a session that is never answered when it connects is given up, and the next one takes the host', async () => {
  isDeaf = true;
  const before = sockets.length;
  const locks = new HostLocks(cuttable.href, () => null, { ask: 50, answer: 500, settling: 0 });
  const held = locks.hold('late.example', new AbortController().signal, () => Promise.resolve('held'));
  while (sockets.length === before) await setTimeout(5);
  isDeaf = false;
  assert.equal(await held, 'held');
  await locks.close();
});

it('a statement whose connection is cut off without notice is done once more, and its place is free again', async () => {
  const said: string[] = [];
  const patience = { milliseconds: 30_000, tell: (line: string) => void said.push(line) };
  const cut = postgresDatabase(poolOf(cuttable.href, 2, 500), patience);
  const both = (): Promise<unknown> =>
    Promise.all([cut.rows('SELECT 1'), cut.transaction((sql) => sql.rows('SELECT pg_sleep(0.05)'))]);
  await both();
  cutOff();
  await both();
  assert.match(said.join('\n'), /: the database is away \(Query read timeout\)\. Trying again for \d+ s\.$/);
  await cut.close();
});
