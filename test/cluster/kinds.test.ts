import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { askTogether } from '../../classifier/ask-together.ts';
import { judgeKind } from '../../classifier/jobs/judge.ts';
import { remoteKind } from '../../crawler/jobs/remote.ts';
import { systemClock } from '../../crawler/remote/system-clock.ts';
import { type Cluster, openCluster } from '../../src/cluster/cluster.ts';
import { enqueue } from '../../src/cluster/enqueue.ts';
import { HostLocks } from '../../src/cluster/host-locks.ts';
import type { JobKind } from '../../src/cluster/kind.ts';
import { emptied } from '../../src/cluster/wait.ts';
import { work } from '../../src/cluster/work.ts';
import { limits } from '../../src/model/limits.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { chatServer, rates, sends } from '../classifier/openai/chat-server.ts';
import { judgeAt } from '../classifier/openai/setting.ts';
import { newest } from '../crawler/remote/peers.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { sampleListing, sampleLive } from '../samples.ts';

let url: string;
let cluster: Cluster;
let store: SqlStore;
const quiet = (): undefined => undefined;
const never = new AbortController().signal;

before(async () => {
  url = await freshDatabase(await sharedPostgres());
  const database = await openPostgres(url);
  cluster = await openCluster(database, { supervises: false, backend: 'postgres', tell: quiet });
  store = new SqlStore(database);
});
after(async () => {
  await cluster.close();
  await store.close();
});

/** Workers with these kinds, one each, while something is done. */
async function during<Result>(kinds: readonly JobKind[], act: () => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const rest = { tell: quiet, graceMilliseconds: 1_000, pollMilliseconds: 20 };
  const workers = kinds.map((kind, index) =>
    work(cluster, { kinds: [kind], member: { id: String(index), version: '1' }, ...rest }, stop.signal),
  );
  try {
    return await act();
  } finally {
    stop.abort();
    await Promise.all(workers);
  }
}

describe('the judging of tools by workers', () => {
  const tools = Array.from({ length: 20 }, (_, index) => ({
    name: `get_${index}`,
    description: `Returns ${index}.`,
  }));

  it('asks each question once, and says which tools have no answer', async () => {
    await store.saveLive(sampleLive('shelf', tools), []);
    const endpoint = await chatServer([rates()]);
    const kinds = [1, 2].map(() => judgeKind({ store, judge: judgeAt(endpoint.url).judge }));
    const { judge } = judgeAt(endpoint.url);
    const ask = () =>
      askTogether(cluster, judge, { tell: quiet }, never)({ store, judge, progress: quiet }, []);
    const first = await during(kinds, ask);
    assert.deepEqual([first.answered, first.unanswered.size, endpoint.requests.length], [20, 0, 2]);
    const again = await during(kinds, ask);
    assert.deepEqual([again.answered, endpoint.requests.length], [0, 2]);
    endpoint.close();
  });

  it('leaves a question to workers that ask the same model', async () => {
    await store.saveLive(sampleLive('other', [{ name: 'look', description: 'Looks.' }]), []);
    const endpoint = await chatServer([sends(500, {})]);
    const elsewhere = judgeKind({ store, judge: judgeAt(endpoint.url, { model: 'another' }).judge });
    const data = { version: judgeAt(endpoint.url).judge.version, servers: ['npm:other'], keys: ['x'] };
    await assert.rejects(
      elsewhere.run(data, never),
      /questions for test-model .* are left to workers that ask it; this one asks another/,
    );
    assert.equal(endpoint.requests.length, 0);
    endpoint.close();
  });
});

describe('visits by workers', () => {
  let most = 0;
  let open = 0;
  let requests = 0;
  const answer = newest('stateless');
  const server = createServer((request, response) => {
    open += 1;
    requests += 1;
    most = Math.max(most, open);
    response.once('close', () => (open -= 1));
    void setTimeout(5).then(() => {
      answer(request, response);
    });
  });
  const listening = once(server.listen(0, '127.0.0.1'), 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const visiting = (locks: HostLocks): JobKind =>
    remoteKind({
      ...{ store, clock: systemClock, now: () => new Date() },
      hold: locks.hold.bind(locks),
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      limits: { ...limits, hostGapMilliseconds: 1 },
    });

  it('ask a host one at a time, even when it is the second address of servers of other hosts', async () => {
    await listening;
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const listings = Array.from({ length: 12 }, (_, index) => {
      const names = index < 6 ? ['shared.example'] : [`{own}-${index}.example`, 'shared.example'];
      const remotes = names.map((name) => ({
        kind: 'streamable-http' as const,
        url: `http://${name}:${port}/${index}`,
      }));
      return sampleListing(`a/${index}`, { source: 'official-registry', packages: [], remotes });
    });
    await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
    const ids: string[] = [];
    for await (const { id, visited, listings: its } of store.servers())
      if (visited === null && its.some(({ remotes }) => remotes.length > 0)) ids.push(id);
    const asked = '2026-01-01T00:00:00.000Z';
    const job = (id: string) => ({
      host: id,
      servers: [id],
      asked,
      again: false,
      allowed: ['shared.example'],
    });
    const locks = [1, 2, 3].map(() => new HostLocks(url, quiet));
    await enqueue(
      cluster,
      'remote',
      ids.map((id) => ({ key: id, data: job(id) })),
    );
    await during(locks.map(visiting), () => emptied(cluster.database, 'remote', quiet, never));
    assert.equal(most, 1);
    const servers = await store.serversOf(ids);
    assert.equal(servers.filter(({ origin }) => origin === 'live').length, 12);
    for (const each of locks) await each.close();
  });

  it('go on where an earlier attempt was cut off', async () => {
    const before = requests;
    const visited = (await Array.fromAsync(store.servers())).filter((server) => server.visited !== null);
    const locks = new HostLocks(url, quiet);
    const servers = visited.map(({ id }) => id);
    const data = { host: 'x', servers, asked: '2026-01-01T00:00:00.000Z', again: true, allowed: [] };
    await cluster.database.transaction(await visiting(locks).run(data, never));
    assert.equal(requests, before);
    await locks.close();
  });
});
