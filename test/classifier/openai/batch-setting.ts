import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Asked as Result } from '../../../classifier/ask.ts';
import { askEndpoint } from '../../../classifier/ask-batches.ts';
import { verdictKey } from '../../../classifier/ask.ts';
import { Spending } from '../../../classifier/judges/openai/spending.ts';
import type { Subject } from '../../../src/model/tool.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { type BatchConduct, batchServer } from './batch-server.ts';
import { judgeAt, toolsOf } from './setting.ts';

/** 40 tools of one server: one question of 16 that is asked directly, and two for a batch. */
export const tools = toolsOf(40);

async function emptyStore(test: TestContext): Promise<Store> {
  const store = await openStore(':memory:');
  test.after(async () => {
    await store.close();
  });
  return store;
}

/** A store and the real judge with the real SDK, at an endpoint that behaves like this. */
export async function batchSetting(
  test: TestContext,
  conduct: BatchConduct = {},
  { store: given, spending = new Spending(null, null) }: { store?: Store; spending?: Spending } = {},
) {
  const store = given ?? (await emptyStore(test));
  const server = await batchServer(conduct);
  test.after(server.close);
  const { judge, pauses } = judgeAt(server.url, { spending, retries: 0 });
  const said: string[] = [];
  const ask = (inBatches = true, groups: readonly Subject[][] = [tools]): Promise<Result> =>
    askEndpoint(judge, inBatches, (line) => said.push(line))(
      { store, judge, progress: () => undefined },
      groups,
    );
  const verdicts = async (): Promise<number> =>
    (await store.verdicts(tools.map((subject) => verdictKey(judge, subject)))).size;
  return { ...server, server, store, judge, spending, pauses, said, ask, verdicts };
}

/** What a run ends with. */
export const failureOf = async (run: Promise<unknown>): Promise<UserError> => {
  const error: unknown = await run.catch((reason: unknown) => reason);
  assert.ok(error instanceof UserError, String(error));
  return error;
};
