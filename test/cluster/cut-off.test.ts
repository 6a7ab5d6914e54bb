import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { after, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { HostLocks } from '../../src/cluster/host-locks.ts';
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
const way = createServer((socket) => {
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
  for (const socket of sockets) socket.unpipe().pause();
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
    ask: 50,
    answer: 900,
    settling: 0,
  });
  const never = new AbortController().signal;
  const hosts = Array.from({ length: 26 }, (_, number) => `busy-${number}.example`);
  await Promise.all(hosts.map((host) => locks.hold(host, never, () => Promise.resolve())));
  assert.deepEqual(lost, []);
  await locks.close();
});
