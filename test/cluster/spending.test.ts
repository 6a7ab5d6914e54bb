import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { askTogether } from '../../classifier/ask-together.ts';
import { judgeKind } from '../../classifier/jobs/judge.ts';
import { namedPrice } from '../../classifier/judges/openai/price.ts';
import { Spending } from '../../classifier/judges/openai/spending.ts';
import { beginBudget, endedBudget, SharedSpending } from '../../classifier/shared-spending.ts';
import { type Cluster, openCluster } from '../../src/cluster/cluster.ts';
import { work } from '../../src/cluster/work.ts';
import { openPostgres } from '../../src/store/open-postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { exitCodes, UserError } from '../../src/terminal/command.ts';
import { chatServer, rates, type Step } from '../classifier/openai/chat-server.ts';
import { judgeAt } from '../classifier/openai/setting.ts';
import { freshDatabase } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { sampleLive } from '../samples.ts';

const quiet = (): undefined => undefined;
const never = new AbortController().signal;
/** A thousand dollars for a million tokens: an answer of these costs 4 dollars. */
const price = '1000,1000';
const answers: Step = (asked, response) => {
  void setTimeout(20).then(() => {
    rates({}, { usage: { prompt_tokens: 3000, completion_tokens: 1000 } })(asked, response);
  });
};

let url: string;
let cluster: Cluster;
let store: SqlStore;
let endpoint: Awaited<ReturnType<typeof chatServer>>;
const stop = new AbortController();
let workers: Promise<unknown>[];

/** A worker with connections of its own, as another process has them. */
async function judgingWorker(id: string): Promise<void> {
  const database = await openPostgres(url);
  const own = await openCluster(database, { supervises: false, backend: 'postgres', tell: quiet });
  const { judge } = judgeAt(endpoint.url, { purse: new SharedSpending(database, null) });
  const kind = judgeKind({ store: new SqlStore(database), judge });
  const rest = { tell: quiet, graceMilliseconds: 1_000, pollMilliseconds: 20 };
  await work(own, { kinds: [kind], member: { id, version: '1' }, ...rest }, stop.signal);
  await own.close();
  await database.close();
}

before(async () => {
  url = await freshDatabase(await sharedPostgres());
  const database = await openPostgres(url);
  cluster = await openCluster(database, { supervises: false, backend: 'postgres', tell: quiet });
  store = new SqlStore(database);
  for (let index = 0; index < 40; index += 1)
    await store.saveLive(
      sampleLive(`shelf-${index}`, [{ name: `get_${index}`, description: `Returns ${index}.` }]),
      [],
    );
  endpoint = await chatServer([answers]);
  workers = ['a', 'b', 'c'].map(judgingWorker);
});

/** A run of classify that may spend so much; what it ends with, and what it says it spent. */
async function run(most: number | null) {
  const spending = new Spending(namedPrice(price), most);
  const { judge } = judgeAt(endpoint.url, { spending });
  const before = endpoint.requests.length;
  const ask = askTogether(cluster, judge, { tell: quiet, price }, never);
  const end = await ask({ store, judge, progress: quiet }, []).catch((error: unknown) => error);
  return { end, spent: spending.spent, requests: endpoint.requests.length - before };
}

/** Dollars that several add to in any order differ in their last bits. */
const cents = ({ cost }: { cost: number | null }): number => Math.round((cost ?? NaN) * 100);

describe('--max-cost over several workers', () => {
  after(async () => {
    stop.abort();
    await Promise.all(workers);
    endpoint.close();
    await cluster.close();
    await store.close();
  });

  it('is not passed by what they spend together, is told, and leaves the rest to a run that may spend more', async () => {
    const first = await run(30);
    assert.ok(first.end instanceof UserError, String(first.end));
    assert.equal(first.end.exitCode, exitCodes.costReached);
    assert.match(first.end.message, /^The next question may pass --max-cost 30: \$28\.00 is spent\. /);
    assert.deepEqual([cents(first.spent), first.spent.questions, first.requests], [2800, 7, 7]);

    const second = await run(10);
    assert.deepEqual([cents(second.spent), second.requests], [800, 2], 'each run has its own');

    const rest = await run(null);
    assert.deepEqual(rest.end, { answered: 31, unanswered: new Map() });
    assert.deepEqual([cents(rest.spent), rest.requests], [400 * 31, 31]);
  });

  it('counts a question whose worker was killed as paid for', async () => {
    await beginBudget(cluster.database, { run: 'x', maxCost: 10, price });
    const purse = new SharedSpending(cluster.database, null);
    await purse.reserve({ input: 3000, tools: 1 });
    const budget = await endedBudget(cluster.database, 'x');
    assert.ok(budget);
    const spending = new Spending(namedPrice(price), 10, budget.account);
    spending.giveUpUnderWay();
    assert.deepEqual([spending.spent.cost, spending.spent.questions, spending.spent.estimated], [3.15, 1, 1]);
    assert.equal(await endedBudget(cluster.database, 'another'), null);
  });
});
