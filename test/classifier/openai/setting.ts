import type { TestContext } from 'node:test';
import type { Judge } from '../../../classifier/judge.ts';
import { openaiJudge } from '../../../classifier/judges/openai.ts';
import { openaiClient } from '../../../classifier/judges/openai/client.ts';
import type { Subject } from '../../../src/model/tool.ts';
import { type Asked, chatServer, type Step } from './chat-server.ts';

/** `count` tools of one server. */
export function toolsOf(count: number): Subject[] {
  return Array.from({ length: count }, (_, index) => ({
    server: { name: 'Library' },
    tool: { name: `get_book_${index}`, description: `Returns book ${index} of the shelf.` },
  }));
}

interface Setting {
  judge: Judge;
  requests: readonly Asked[];
  /** The pauses the judge made, in milliseconds. They pass at once. */
  pauses: readonly number[];
  close: () => void;
}

/** The real judge with the real SDK against an endpoint that follows the steps. */
export async function settingFor(
  test: TestContext,
  steps: readonly Step[],
  { timeout = 5000, retries = 4, model = 'test-model' } = {},
): Promise<Setting> {
  const server = await chatServer(steps);
  test.after(server.close);
  const pauses: number[] = [];
  let time = Date.UTC(2026, 0, 1);
  let words = 0;
  const client = openaiClient('test-key', server.url, timeout);
  client.maxRetries = retries;
  const judge = openaiJudge({
    client,
    model,
    now: () => time,
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    secretWord: () => `secret-${(words += 1)}`,
  });
  return { judge, requests: server.requests, pauses, close: server.close };
}
