import { jobKind, type JobKind, LeftToOthers } from '../../src/cluster/kind.ts';
import { limits } from '../../src/model/limits.ts';
import { JudgeJob } from '../../src/model/job.ts';
import { united } from '../../src/store/merged.ts';
import type { Store } from '../../src/store/store.ts';
import { askBatch, type Asked, missingOf, verdictKey } from '../ask.ts';
import { subjectsOf } from '../classify.ts';
import type { Judge } from '../judge.ts';
import { CostReached } from '../shared-spending.ts';

/**
 * Asks a language model about tools of one server. Each verdict is saved the moment it comes, because it may have been
 * paid for; the job ends when there is one on every tool, or when the run may spend no more.
 */
export function judgeKind({ store, judge }: { store: Store; judge: Judge }): JobKind {
  const about = { queue: 'judge', atOnce: limits.judgeRequests, shape: JudgeJob };
  return jobKind(about, async ({ version, servers, keys }) => {
    if (judge.version !== version)
      throw new LeftToOthers(
        `questions for ${version} are left to workers that ask it; this one asks ${judge.version} (OPENAI_MODEL)`,
      );
    const stored = united(await store.serversOf(servers));
    const wanted = stored === null ? [] : subjectsOf(stored);
    const asked = wanted.filter((subject) => keys.includes(verdictKey(judge, subject)));
    const missing = await missingOf({ store, judge }, asked, new Set());
    const result: Asked = { answered: 0, unanswered: new Map() };
    try {
      if (missing.length > 0) await askBatch({ store, judge, progress: () => undefined }, missing, result);
    } catch (error) {
      if (!(error instanceof CostReached)) throw error;
      return () => Promise.resolve();
    }
    const [cause] = result.unanswered.values();
    if (cause !== undefined) throw new Error(cause);
    return () => Promise.resolve();
  });
}
