import { pacedFetch } from '../src/cluster/pace.ts';
import type { JobKind } from '../src/cluster/kind.ts';
import { limits } from '../src/model/limits.ts';
import type { Sql } from '../src/store/sql.ts';
import type { Store } from '../src/store/store.ts';
import { judgeKind } from './jobs/judge.ts';
import { chooseJudge } from './judges.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The judging of tools as a kind of job: at the endpoint that the environment names, at the pace of all workers.
 * @throws UserError with exit code 2 when the environment names none.
 */
export function judging({ store, sql }: { store: Store; sql: Sql }, environment: Environment): JobKind {
  const ask = pacedFetch(sql, limits.judgeRequestsPerSecond);
  const { judge } = chooseJudge('openai', environment, { ask });
  return judgeKind({ store, judge });
}
