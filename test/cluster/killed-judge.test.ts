import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { askTogether } from '../../classifier/ask-together.ts';
import { namedPrice } from '../../classifier/judges/openai/price.ts';
import { Spending } from '../../classifier/judges/openai/spending.ts';
import { Budget } from '../../classifier/shared-spending.ts';
import { openCluster } from '../../src/cluster/cluster.ts';
import { limits } from '../../src/model/limits.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { chatServer, rates } from '../classifier/openai/chat-server.ts';
import { judgeAt } from '../classifier/openai/setting.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { sampleLive } from '../samples.ts';
import { openPrograms } from './programs.ts';

const quiet = (): undefined => undefined;
const questions = 12;
/** A thousand dollars for a million tokens: an answer of these costs 4 dollars. */
const price = '1000,1000';
const endpoint = await chatServer([rates({}, { usage: { prompt_tokens: 3000, completion_tokens: 1000 } })]);
const url = await freshDatabase(await sharedPostgres());
const database = await openPostgres(url);
const cluster = await openCluster(database, { supervises: false, backend: 'postgres', tell: quiet });
const store = new SqlStore(database);
const holder = new pg.Client(url);
holder.on('error', () => null); // the server may end before it does
await holder.connect();
after(async () => {
  endpoint.close();
  await holder.end();
  await cluster.close();
  await store.close();
});
const { start } = openPrograms({
  ...{
    DATABASE_URL: url,
    OPENAI_API_KEY: 'test-key',
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_MODEL: 'test-model',
  },
});
const startWorker = () => start(['src/commands/placard.ts', 'worker', '--queues', 'judge']);

/** What the database says was spent. */
async function budget(): Promise<Budget['account'] | null> {
  const [row] = await database.rows('SELECT record FROM budget');
  return row === undefined ? null : Budget.parse(JSON.parse(String(row.record))).account;
}

/** Ends the sessions that wait for the lock: those of a worker that is dead would write when it is free. */
async function endWaiting(): Promise<void> {
  const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await holder.query(waiting)).rows.length > 0) await setTimeout(10);
}

it('a worker killed after the cost is recorded and before the answer leaves no cost out, and only what it was at is paid again', async () => {
  for (let index = 0; index < questions; index += 1)
    await store.saveLive(
      sampleLive(`s-${index}`, [{ name: `get_${index}`, description: `Returns ${index}.` }]),
      [],
    );
  const spending = new Spending(namedPrice(price), null);
  const { judge } = judgeAt(endpoint.url, { spending });
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE placard.verdict IN SHARE ROW EXCLUSIVE MODE'); // answers cannot be written
  const never = new AbortController().signal;
  const asking = askTogether(
    cluster,
    judge,
    { tell: quiet, price },
    never,
  )({ store, judge, progress: quiet }, []);
  const doomed = startWorker();
  const { judgeRequests: atOnce } = limits;
  while ((await budget())?.questions !== atOnce) await setTimeout(10);
  doomed.child.kill('SIGKILL');
  await doomed.ended;
  await endWaiting();
  await holder.query('ROLLBACK');
  assert.equal((await database.rows('SELECT key FROM verdict')).length, 0, 'no answer is there');
  assert.equal(endpoint.requests.length, atOnce);
  assert.equal((await budget())?.cost, 4 * atOnce, 'what they cost is');

  await database.run(`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`); // as its heartbeat will have it
  await database.run('DELETE FROM worker');
  const next = startWorker();
  assert.deepEqual(await asking, { answered: questions, unanswered: new Map() });
  next.child.kill('SIGTERM');
  assert.equal((await next.ended).code, 0);
  assert.equal(endpoint.requests.length, questions + atOnce);
  const { cost, questions: counted, estimated } = spending.spent;
  assert.deepEqual([cost, counted, estimated], [4 * (questions + atOnce), questions + atOnce, 0]);
});
