import type { Limits } from '../../src/model/limits.ts';
import { retryAfter } from '../../src/model/retry-after.ts';
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

/** What a request says beside its address. */
export interface Wish {
  /** The media type that is wanted; JSON when absent. */
  accept?: string;
  headers?: Readonly<Record<string, string>>;
  /** The most bytes to take; `limits.responseBytes` when absent. */
  bytes?: number;
  /** The validator of what is known already. */
  etag?: string | undefined;
}

/** What an address held. */
export interface Body {
  bytes: Uint8Array;
  /** The content type as sent, or "no content type". */
  type: string;
  etag: string | null;
}

/** A request that brought nothing. */
interface Miss {
  failure: Failure;
  /** Whether another attempt may help. */
  isPassing: boolean;
  /** Milliseconds the other side asked us to wait; null when it did not. */
  wait: number | null;
}

async function readBytes(response: Response, longest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > longest) throw new Failure('bad-response', `more than ${longest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of a body, read as UTF-8. */
export function textOf({ bytes }: Body): string {
  return new TextDecoder().decode(bytes);
}

/** The JSON of a body. @throws Failure `bad-response` when it is none. */
export function jsonOf(body: Body): unknown {
  const text = textOf(body);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('bad-response', `not JSON (${body.type}): ${text.slice(0, 80)}`);
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
    wait: retryAfter(headers, now.getTime()),
  };
}

function headersOf({ accept = 'application/json', headers = {}, etag }: Wish): Record<string, string> {
  const condition = etag === undefined ? {} : { 'if-none-match': etag };
  return { accept, 'user-agent': userAgent, ...condition, ...headers };
}

/** One request, with a limit on its time and size. */
async function attempt(
  address: string,
  wish: Wish,
  { fetch, now, limits }: Web,
  signal: AbortSignal,
): Promise<Body | Miss | null> {
  const timeLimit = AbortSignal.timeout(limits.responseMilliseconds);
  let hasAnswered = false;
  try {
    const response = await fetch(address, {
      headers: headersOf(wish),
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeLimit]),
    });
    hasAnswered = true;
    if (response.status === 304 && wish.etag !== undefined) return null;
    if (!response.ok) {
      await response.body?.cancel();
      return missOf(response, now());
    }
    const bytes = await readBytes(response, wish.bytes ?? limits.responseBytes);
    const type = response.headers.get('content-type') ?? 'no content type';
    return { bytes, type, etag: response.headers.get('etag') };
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
 * What an address holds; null when it is still what the wish's validator names. Tries again when the network, the
 * server or a throttle is in the way, and waits as long as it is told to. Redirects are not followed.
 * @throws Failure `throttled`, `unreachable` or `bad-response`; the signal's reason when it aborts.
 */
export async function request(
  address: string,
  wish: Wish,
  web: Web,
  signal: AbortSignal,
): Promise<Body | null> {
  const { limits, sleep } = web;
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(address, wish, web, signal);
    if (result === null || 'bytes' in result) return result;
    const { failure, isPassing, wait } = result;
    if (wait !== null && wait > limits.waitMilliseconds) {
      throw new Failure('throttled', `${failure.message}, and asks to wait ${Math.ceil(wait / 1000)} s`);
    }
    if (!isPassing || tries >= limits.attempts) throw failure;
    await sleep(Math.max(wait ?? 0, limits.retryMilliseconds * 2 ** (tries - 1)));
  }
}
