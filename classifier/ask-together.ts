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

interface Questions {
  jobs: { key: string; data: JudgeJob }[];
  keys: string[];
  /** Whether what may be spent does not reach for all of them. */
  isCut: boolean;
}

/** Every question that has no answer yet, as far as what they are expected to cost may be spent. */
async function questionsOf(store: Store, judge: OpenaiJudge): Promise<Questions> {
  const found: Questions = { jobs: [], keys: [], isCut: false };
  const passed = new Set<string>();
  let planned = 0;
  for await (const stored of mergedServers(store)) {
    const servers = [...new Set([stored.id, ...stored.listings.map(serverId)])];
    for (const batch of batchesOf(await missingOf({ store, judge }, subjectsOf(stored), passed))) {
      const demand = judge.endpoint.demand(judge.compose(batch).question);
      if (!judge.spending.affords(demand, planned)) return { ...found, isCut: true };
      planned += judge.spending.costOf(demand);
      const keys = batch.map((subject) => verdictKey(judge, subject));
      const data = { version: judge.version, servers, keys };
      found.jobs.push({ key: hashOf(keys), data });
      found.keys.push(...keys);
    }
  }
  return found;
}

/**
 * Leaves the questions to the workers of a cluster and waits for the answers. What may be spent decides beforehand how
 * many questions are queued, by what they are expected to cost.
 */
export function askTogether(cluster: Cluster, judge: OpenaiJudge, tell: Progress, signal: AbortSignal): Ask {
  return async ({ store }) => {
    const { jobs, keys, isCut } = await questionsOf(store, judge);
    const queued = await enqueue(cluster, 'judge', jobs);
    tell(`${count(queued, 'question')} queued for the workers.`);
    await emptied(cluster.database, 'judge', tell, signal);
    if (isCut) throw judge.spending.exhausted();
    const answers = await store.verdicts(keys);
    const open = keys.filter((key) => !answers.has(key));
    const cause = 'The workers got no answer.';
    return { answered: answers.size, unanswered: new Map(open.map((key) => [key, cause])) };
  };
}
