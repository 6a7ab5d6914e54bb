import { fetch } from 'undici';
import type { Dispatcher, Response } from 'undici';
import type { Limits } from '../../src/model/limits.ts';
import { retryAfter } from '../../src/model/retry-after.ts';
import { Failure, messageOf } from '../failure.ts';
import { userAgent } from '../identity.ts';
import type { Clock, Host } from './host.ts';
import { holdsMessage } from './messages.ts';

/** A request to a remote server. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  /** For a stream that stays open: what ends it, in place of the time limit of one request. */
  until?: AbortSignal;
}

/** What came back. */
export interface Reply {
  status: number;
  headers: Headers;
  /** The decoded body in pieces. Ending the loop early ends the exchange. @throws Failure */
  body: AsyncIterable<string>;
}

/** The way to one host during one visit, with all its bounds. */
export type Wire = (address: URL, request: WireRequest) => Promise<Reply>;

/** What a wire is made of. */
export interface WireParts {
  host: Host;
  dispatcher: Dispatcher;
  clock: Clock;
  now: () => Date;
  limits: Limits;
  /** What each request carries besides, such as the credentials of a server of one's own. */
  headers?: Readonly<Record<string, string>>;
  /** Ends the visit: its reason is thrown. */
  signal: AbortSignal;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error;
}

function causeName(cause: unknown): string {
  return cause instanceof Error ? cause.name : '';
}

/** What an exchange broke off with, in our terms. Only a name that does not exist is a host that is not there. */
function failureOf(error: unknown): Failure {
  const cause = causeOf(error);
  if (cause instanceof Failure) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND') return new Failure('unreachable', `no such host: ${messageOf(cause)}`);
  const isLate = code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT' || causeName(cause) === 'TimeoutError';
  if (isLate) return new Failure('timed-out', messageOf(cause));
  return new Failure('not-answered', messageOf(cause));
}

/** The text of a body in pieces, counted against the visit's budget of bytes. */
async function* read(
  { body }: Response,
  budget: { bytes: number },
  { host, limits, signal }: WireParts,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body ?? []) {
      host.touch();
      const bytes = chunk as Uint8Array;
      budget.bytes += bytes.length;
      if (budget.bytes > limits.outputBytes) {
        throw new Failure('too-much-output', `more than ${limits.outputBytes} bytes in one visit`);
      }
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    signal.throwIfAborted();
    throw failureOf(error);
  } finally {
    host.touch();
  }
}

/** Where a reply sends us, if the same host has it elsewhere. @throws Failure `leads-elsewhere` */
function redirection({ status, headers }: Reply, from: URL): URL | null {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return null;
  const target = URL.canParse(location, from) ? new URL(location, from) : null;
  const isSafe = target?.protocol === 'https:' || target?.protocol === from.protocol;
  if (target?.hostname === from.hostname && isSafe && status !== 303) return target;
  throw new Failure('leads-elsewhere', `status ${status} to ${location}`);
}

/** Milliseconds to wait before another attempt, or null when the reply is as good as it gets. */
function waitFor({ status, headers }: Reply, tries: number, { limits, now }: WireParts): number | null {
  if (status !== 429 && status < 500) return null;
  const asked = retryAfter(headers, now().getTime()) ?? 0;
  if (asked > limits.visitMilliseconds) {
    throw new Failure('throttled', `status ${status}, and asks to wait ${Math.ceil(asked / 1000)} s`);
  }
  return tries > limits.remoteRetries ? null : Math.max(asked, limits.retryMilliseconds * 2 ** (tries - 1));
}

/** A body that has been read. */
async function* again(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

export async function textOf(body: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of body) text += piece;
  return text;
}

/** One exchange, with nothing followed and nothing repeated. */
function exchange(parts: WireParts, budget: { bytes: number }): Wire {
  const { host, dispatcher, limits, signal } = parts;
  return async (address, { until, headers, ...request }) => {
    await host.turn(signal);
    try {
      const response = await fetch(address, {
        ...request,
        headers: { ...parts.headers, ...headers, 'user-agent': userAgent },
        redirect: 'manual',
        dispatcher,
        signal: AbortSignal.any([signal, until ?? AbortSignal.timeout(limits.remoteMilliseconds)]),
      });
      const { status } = response;
      return { status, headers: new Headers([...response.headers]), body: read(response, budget, parts) };
    } catch (error) {
      signal.throwIfAborted();
      throw failureOf(error);
    } finally {
      host.touch();
    }
  };
}

/**
 * The way to a host: one request at a time with a rest between two, at most one redirect, which must stay on the host,
 * a limit on the bytes of all bodies as they are after decompression, and patience with status 429 and 5xx unless a
 * message stands in the body.
 * @throws Failure from a request or from reading its body; the signal's reason when it aborts.
 */
export function openWire(parts: WireParts): Wire {
  const send = exchange(parts, { bytes: 0 });
  let moved: { from: string; to: URL } | null = null;
  const sendOnce: Wire = async (address, request) => {
    const known = moved?.from === address.href ? moved.to : address;
    const reply = await send(known, request);
    const target = redirection(reply, known);
    if (target === null) return reply;
    await textOf(reply.body);
    if (moved !== null) throw new Failure('leads-elsewhere', `a second redirect, to ${target.href}`);
    moved = { from: address.href, to: target };
    return sendOnce(address, request);
  };
  return async (address, request) => {
    for (let tries = 1; ; tries += 1) {
      const reply = await sendOnce(address, request);
      const wait = waitFor(reply, tries, parts);
      if (wait === null || request.method === 'DELETE') return reply;
      const text = await textOf(reply.body);
      if (holdsMessage(text)) return { ...reply, body: again(text) };
      await parts.clock.sleep(wait, parts.signal);
    }
  };
}
