import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { askTogether } from '../../classifier/ask-together.ts';
import { openCluster } from '../../src/cluster/cluster.ts';
import { locations } from '../../src/model/locations.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { chatServer, fails, rates, type Step } from '../classifier/openai/chat-server.ts';
import { judgeAt } from '../classifier/openai/setting.ts';
import { newest } from '../crawler/remote/peers.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { sampleListing, sampleLive } from '../samples.ts';
import { openPrograms } from './programs.ts';

const quiet = (): undefined => undefined;
const questions = 60;
const url = await freshDatabase(await sharedPostgres());
const database = await openPostgres(url);
const cluster = await openCluster(database, { supervises: false, backend: 'postgres', tell: quiet });
const store = new SqlStore(database);

/** Requests that each host has open, the most it ever had, and when the endpoint was asked (milliseconds). */
const open = new Map<string, number>();
let most = 0;
const asked: number[] = [];

/** An MCP server at an address of loopback, which notes how it is asked. */
async function remoteAt(address: string): Promise<string> {
  const answer = newest('stateless');
  const server = createServer((request, response) => {
    const now = (open.get(address) ?? 0) + 1;
    open.set(address, now);
    most = Math.max(most, now);
    response.once('close', () => open.set(address, (open.get(address) ?? 1) - 1));
    answer(request, response);
  }).listen(0, address);
  await once(server, 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  return `http://${address}:${typeof at === 'object' && at !== null ? at.port : 0}/mcp`;
}

/** The endpoint refuses the first question of each worker, until a moment that it names by its own clock. */
const refused = new Set<string | undefined>();
const answers: Step = (question, response) => {
  asked.push(Date.now());
  const later = new Date(Date.now() + 1_000).toUTCString();
  const step = refused.has(question.authorization) ? rates() : fails(429, 'busy', { 'retry-after': later });
  refused.add(question.authorization);
  void setTimeout(100).then(() => {
    step(question, response);
  });
};
const endpoint = await chatServer([answers]);

const { home, start } = openPrograms({
  DATABASE_URL: url,
  OPENAI_BASE_URL: endpoint.url,
  OPENAI_MODEL: 'test-model',
});
const clock = fileURLToPath(new URL('other-clock.ts', import.meta.url));

/** A program in a process whose clock is so many minutes ahead. */
const startAhead = (ahead: number, ...words: string[]) =>
  start(['--import', clock, ...words], {
    PLACARD_TEST_CLOCK: String(ahead),
    OPENAI_API_KEY: `key of the clock ${ahead}`,
  });

after(async () => {
  endpoint.close();
  await cluster.close();
  await store.close();
});

/** A list of one's own with this address, which the crawl itself asks. */
function listOwn(own: string): void {
  const file = join(home, locations.servers);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ servers: [], programs: [], remotes: [{ name: 'own', url: own }] }));
}

/** Every moment that a record tells of, and the first and the last of the run by the database's clock. */
const momentsIn = (record: unknown): number[] =>
  [...JSON.stringify(record).matchAll(/"(\d{4}-\d\d-\d\dT[^"]+Z)"/g)].map(([, text = '']) =>
    Date.parse(text),
  );

describe('workers whose clocks are 40 minutes apart and jump to the other side while they work', () => {
  it('keep one pace, do each job once, lose none, and date what they find by the database', async () => {
    const addresses = Array.from({ length: 8 }, (_, index) => `127.0.0.${index + 2}`);
    const urls = await Promise.all(addresses.map(remoteAt));
    const listings = urls.map((remote, index) =>
      sampleListing(`r-${index}`, {
        ...{ source: 'official-registry', packages: [] },
        remotes: [{ kind: 'streamable-http', url: remote }],
      }),
    );
    await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
    for (let index = 0; index < questions; index += 1)
      await store.saveLive(
        sampleLive(`q-${index}`, [{ name: `get_${index}`, description: `Returns ${index}.` }]),
        [],
      );
    // every slot that is handed out, as the database sees it
    await database.query(`
      CREATE TABLE handed (at DOUBLE PRECISION);
      CREATE FUNCTION hand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO placard.handed VALUES (extract(epoch FROM NEW.next_at) * 1000 - 52.5); RETURN NEW; END $$;
      CREATE TRIGGER hand AFTER INSERT OR UPDATE ON pace FOR EACH ROW EXECUTE FUNCTION hand();`);
    const began = Date.now();
    const workers = [20, -20].map((ahead) =>
      startAhead(ahead, 'src/commands/placard.ts', 'worker', '--queues', 'remote,judge'),
    );
    while ((await database.rows('SELECT id FROM worker')).length < 2) await setTimeout(20);
    listOwn(await remoteAt('127.0.0.1'));
    const crawls = [
      startAhead(-20, 'crawler/cli.ts', '--remotes', '--allow-private', addresses.join(',')),
      startAhead(20, 'crawler/cli.ts'),
    ];
    const { judge } = judgeAt(endpoint.url);
    const asking = askTogether(
      cluster,
      judge,
      { tell: quiet },
      new AbortController().signal,
    )({ store, judge, progress: quiet }, []);
    while (asked.length < questions / 2) await setTimeout(20);
    for (const { child } of workers) child.kill('SIGUSR2');
    assert.deepEqual(await asking, { answered: questions, unanswered: new Map() });
    for (const { code, said } of await Promise.all(crawls.map(({ ended }) => ended)))
      assert.equal(code, 0, said);
    for (const { child } of workers) child.kill('SIGTERM');
    for (const { said } of await Promise.all(workers.map(({ ended }) => ended)))
      assert.match(said, /^Stopped: [1-9]\d* jobs? done, 0 failed/m);
    const done = Date.now();

    const texts = endpoint.requests.map(
      ({ ids, question, boundary }) => `${ids.join()} ${question.replaceAll(boundary, '')}`,
    );
    assert.deepEqual(
      [texts.length, new Set(texts).size],
      [questions + 2, questions],
      'only those that were refused come twice',
    );
    assert.equal(most, 1);
    const jobs = await database.rows(
      `SELECT name, state::text, sum(retry_count)::int AS tries, count(*)::int AS jobs FROM pgboss.job GROUP BY 1, 2 ORDER BY 1`,
    );
    assert.deepEqual(jobs, [
      { name: 'judge', state: 'completed', tries: 0, jobs: questions },
      { name: 'remote', state: 'completed', tries: 0, jobs: urls.length },
    ]);

    const handed = (await database.rows('SELECT at FROM handed ORDER BY at')).map(({ at }) => Number(at));
    const mostInASecond = Math.max(
      ...handed.map((first) => handed.filter((at) => at >= first && at < first + 1_000).length),
    );
    assert.ok(mostInASecond <= 21, `${mostInASecond} slots in a second`);
    for (const [index, at] of asked.entries())
      assert.ok(at >= (handed[index] ?? Infinity) - 2, `request ${index} waits for its slot`);

    const servers = (await Array.fromAsync(store.servers())).filter(
      ({ inspection }) => inspection?.kind === 'remote',
    );
    assert.equal(servers.length, urls.length + 1);
    const moments = servers.flatMap(momentsIn);
    assert.ok(moments.length >= 2 * servers.length);
    for (const moment of moments)
      assert.ok(moment >= began - 1_000 && moment <= done + 1_000, new Date(moment).toISOString());
  });
});
