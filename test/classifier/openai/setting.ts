import { setImmediate } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import { type OpenaiJudge, openaiJudge } from '../../../classifier/judges/openai.ts';
import { openaiClient } from '../../../classifier/judges/openai/client.ts';
import { type Purse, Spending } from '../../../classifier/judges/openai/spending.ts';
import type { Subject } from '../../../src/model/tool.ts';
import { type Asked, chatServer, type Step } from './chat-server.ts';

/** `count` tools of one server. */
export function toolsOf(count: number): Subject[] {
  return Array.from({ length: count }, (_, index) => ({
    server: { name: 'Library' },
    tool: { name: `get_book_${index}`, description: `Returns book ${index} of the shelf.` },
  }));
}

interface JudgeSetting {
  judge: OpenaiJudge;
  /** The pauses the judge made, in milliseconds. They pass at once. */
  pauses: readonly number[];
}

interface Setting extends JudgeSetting {
  requests: readonly Asked[];
  close: () => void;
}

const unpriced = () => new Spending(null, null);

interface JudgeOptions {
  timeout?: number;
  retries?: number;
  model?: string;
  key?: string;
  spending?: Spending;
  purse?: Purse;
}

/** The real judge with the real SDK, asking the endpoint at an address. */
export function judgeAt(
  url: string,
  {
    timeout = 5000,
    retries = 4,
    model = 'test-model',
    key = 'test-key',
    spending = unpriced(),
    purse,
  }: JudgeOptions = {},
): JudgeSetting {
  const pauses: number[] = [];
  let time = Date.UTC(2026, 0, 1);
  let words = 0;
  const client = openaiClient(key, url, timeout);
  client.maxRetries = retries;
  const judge = openaiJudge({
    client,
    model,
    spending,
    ...(purse === undefined ? {} : { purse }),
    now: () => time,
    wait: async (milliseconds) => {
      const end = time + milliseconds;
      pauses.push(milliseconds);
      await setImmediate();
      time = Math.max(time, end);
    },
    secretWord: () => `secret-${(words += 1)}`,
  });
  return { judge, pauses };
}

/** The real judge with the real SDK against an endpoint that follows the steps. */
export async function settingFor(
  test: TestContext,
  steps: readonly Step[],
  options: Parameters<typeof judgeAt>[1] = {},
): Promise<Setting> {
  const server = await chatServer(steps);
  test.after(server.close);
  return { ...judgeAt(server.url, options), requests: server.requests, close: server.close };
}
