import type { Limits } from '../../src/model/limits.ts';
import { Failure, messageOf } from '../failure.ts';
import { userAgent } from '../identity.ts';

/** The network and the clock. */
export interface Web {
  fetch: typeof fetch;
  now: () => Date;
  /** Waits so many milliseconds, or rejects when the walk is interrupted. */
  sleep: (milliseconds: number) => Promise<void>;
  limits: Limits;
}

/** A request that did not bring JSON. */
interface Miss {
  failure: Failure;
  /** Whether another attempt may help. */
  isPassing: boolean;
  /** Milliseconds the other side asked us to wait; null when it did not. */
  wait: number | null;
}

/** Milliseconds from a Retry-After header: seconds or a date (RFC 9110, 10.2.3). Null when absent or unreadable. */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(date - now.getTime(), 0);
}

async function readText(response: Response, limits: Limits): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limits.responseBytes) {
      throw new Failure('bad-response', `more than ${limits.responseBytes} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string, response: Response): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const type = response.headers.get('content-type') ?? 'no content type';
    throw new Failure('bad-response', `not JSON (${type}): ${text.slice(0, 80)}`);
  }
}

function missOf(response: Response, now: Date): Miss {
  const { status, headers } = response;
  const location = headers.get('location');
  const words = location === null ? '' : `, which points to ${location}`;
  const kind = status === 429 ? 'throttled' : 'bad-response';
  return {
    failure: new Failure(kind, `status ${status}${words}`, status),
    isPassing: status === 429 || status >= 500,
    wait: retryAfter(headers.get('retry-after'), now),
  };
}

/** One request, with a limit on its time and size. */
async function attempt(
  address: string,
  { fetch, now, limits }: Web,
  signal: AbortSignal,
): Promise<{ body: unknown } | Miss> {
  const timeLimit = AbortSignal.timeout(limits.responseMilliseconds);
  let hasAnswered = false;
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json', 'user-agent': userAgent },
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeLimit]),
    });
    hasAnswered = true;
    if (!response.ok) {
      await response.body?.cancel();
      return missOf(response, now());
    }
    return { body: parseJson(await readText(response, limits), response) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) return { failure: error, isPassing: false, wait: null };
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const words = timeLimit.aborted
      ? `no answer in ${limits.responseMilliseconds / 1000} s`
      : messageOf(cause);
    const failure = new Failure(hasAnswered ? 'bad-response' : 'unreachable', words);
    return { failure, isPassing: true, wait: null };
  }
}

/**
 * The JSON at an address. Tries again when the network, the server or a throttle is in the way, and waits as long as it is told to.
 * @throws Failure `throttled`, `unreachable` or `bad-response`; the signal's reason when it aborts.
 */
export async function fetchJson(address: string, web: Web, signal: AbortSignal): Promise<unknown> {
  const { limits, sleep } = web;
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(address, web, signal);
    if ('body' in result) return result.body;
    const { failure, isPassing, wait } = result;
    if (wait !== null && wait > limits.waitMilliseconds) {
      throw new Failure('throttled', `${failure.message}, and asks to wait ${Math.ceil(wait / 1000)} s`);
    }
    if (!isPassing || tries >= limits.attempts) throw failure;
    await sleep(Math.max(wait ?? 0, limits.retryMilliseconds * 2 ** (tries - 1)));
  }
}
