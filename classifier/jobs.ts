import { pacedFetch } from '../src/cluster/pace.ts';
import type { JobKind } from '../src/cluster/kind.ts';
import { limits } from '../src/model/limits.ts';
import type { PostgresDatabase } from '../src/store/postgres.ts';
import type { Store } from '../src/store/store.ts';
import { judgeKind } from './jobs/judge.ts';
import { chooseJudge } from './judges.ts';
import type { Price } from './judges/openai/price.ts';
import { SharedSpending } from './shared-spending.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The judging of tools as a kind of job: at the endpoint that the environment names, at the pace of all workers
 * and from the budget that they share.
 * @throws UserError with exit code 2 when the environment names none.
 */
export function judging(
  { store, sql }: { store: Store; sql: PostgresDatabase },
  environment: Environment,
): JobKind {
  const ask = pacedFetch(sql, limits.judgeRequestsPerSecond);
  const purse = (listed: Price | null) => new SharedSpending(sql, listed);
  const { judge } = chooseJudge('openai', environment, { ask, purse });
  return judgeKind({ store, judge });
}
