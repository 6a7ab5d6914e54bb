import OpenAI from 'openai';
import { limits } from '../../../src/model/limits.ts';
import { TooLong } from './failures.ts';
import { isThrottle } from './pace.ts';

/** The bytes of a body up to `longest`; more of them end it with `TooLong` and close the connection. */
function bounded(body: ReadableStream<Uint8Array>, longest: number): ReadableStream<Uint8Array> {
  let size = 0;
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > longest) controller.error(new TooLong(longest));
      else controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(meter);
}

/**
 * The SDK repeats every 429 by itself, also when no credit is left, and ignores a Retry-After above 60 seconds.
 * Marked as not to be repeated it hands such refusals over at once, so that all questions can wait together.
 * A redirect is handed over as well: key and questions go to no other address than the one that was named.
 */
async function guardedFetch(
  ask: typeof fetch,
  ...[address, request]: Parameters<typeof fetch>
): Promise<Response> {
  const response = await ask(address, { ...request, redirect: 'manual' });
  const { status, statusText, body } = response;
  const headers = new Headers(response.headers);
  if (isThrottle(status, headers, Date.now())) headers.set('x-should-retry', 'false');
  const isFile = new URL(address instanceof Request ? address.url : address).pathname.endsWith('/content');
  const longest = isFile ? limits.batchFileBytes : limits.judgeAnswerBytes;
  return new Response(body === null ? null : bounded(body, longest), { status, statusText, headers });
}

/**
 * A client for the judge. `baseURL` null means the SDK's default endpoint. It never logs, because the SDK's
 * debug log goes to standard output. `ask` makes the requests.
 */
export function openaiClient(
  apiKey: string,
  baseURL: string | null,
  timeout: number = limits.judgeMilliseconds,
  ask: typeof fetch = fetch,
): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL,
    timeout,
    maxRetries: limits.judgeRetries,
    logLevel: 'off',
    fetch: (...request) => guardedFetch(ask, ...request),
  });
}
