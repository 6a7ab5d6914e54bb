import { randomUUID } from 'node:crypto';
import type { Cluster } from '../src/cluster/cluster.ts';
import { enqueue } from '../src/cluster/enqueue.ts';
import { emptied } from '../src/cluster/wait.ts';
import { hashOf } from '../src/model/canonical.ts';
import { serverId } from '../src/model/identity.ts';
import type { JudgeJob } from '../src/model/job.ts';
import { mergedServers } from '../src/store/merged.ts';
import type { Store } from '../src/store/store.ts';
import { count, type Progress } from '../src/terminal/progress.ts';
import { type Ask, missingOf, verdictKey } from './ask.ts';
import { batchesOf } from './batches.ts';
import { subjectsOf } from './classify.ts';
import type { OpenaiJudge } from './judges/openai.ts';
import { beginBudget, endedBudget } from './shared-spending.ts';

interface Questions {
  jobs: { key: string; data: JudgeJob }[];
  keys: string[];
}

/** Every question that has no answer yet. */
async function questionsOf(store: Store, judge: OpenaiJudge): Promise<Questions> {
  const found: Questions = { jobs: [], keys: [] };
  const passed = new Set<string>();
  for await (const stored of mergedServers(store)) {
    const servers = [...new Set([stored.id, ...stored.listings.map(serverId)])];
    for (const batch of batchesOf(await missingOf({ store, judge }, subjectsOf(stored), passed))) {
      const keys = batch.map((subject) => verdictKey(judge, subject));
      found.jobs.push({ key: hashOf(keys), data: { version: judge.version, servers, keys } });
      found.keys.push(...keys);
    }
  }
  return found;
}

/** Takes over what the workers have spent for a run. @throws UserError with exit code 3 when it may spend no more. */
async function accountFor(cluster: Cluster, { spending }: OpenaiJudge, run: string, tell: Progress) {
  const budget = await endedBudget(cluster.database, run);
  if (budget === null) {
    tell('Another run of classify has taken over the budget: what its answers cost, it tells.');
    return;
  }
  spending.account = budget.account;
  spending.giveUpUnderWay();
  if (budget.isReached) throw spending.exhausted();
}

/**
 * Leaves the questions to the workers of a cluster and waits for the answers. All workers pay from one budget, which
 * this run begins; questions that might pass it are left unasked.
 */
export function askTogether(
  cluster: Cluster,
  judge: OpenaiJudge,
  { tell, price = null }: { tell: Progress; price?: string | null | undefined },
  signal: AbortSignal,
): Ask {
  return async ({ store }) => {
    const run = randomUUID();
    const { jobs, keys } = await questionsOf(store, judge);
    await beginBudget(cluster.database, { run, maxCost: judge.spending.maxCost, price });
    const queued = await enqueue(cluster, 'judge', jobs);
    tell(`${count(queued, 'question')} queued for the workers.`);
    await emptied(cluster.database, 'judge', tell, signal);
    await accountFor(cluster, judge, run, tell);
    const answers = await store.verdicts(keys);
    const open = keys.filter((key) => !answers.has(key));
    const cause = 'The workers got no answer.';
    return { answered: answers.size, unanswered: new Map(open.map((key) => [key, cause])) };
  };
}
