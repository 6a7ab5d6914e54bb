import OpenAI from 'openai';
import { limits } from '../../../src/model/limits.ts';

/**
 * The SDK repeats every 429 by itself, also when no credit is left, and ignores a Retry-After above 60 seconds.
 * Marked like this it hands the refusal over at once, so that all questions can wait together.
 */
async function fetchOnceWhenThrottled(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (response.status !== 429) return response;
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/**
 * A client for the judge. `baseURL` null means the SDK's default endpoint. It never logs, because the SDK's
 * debug log goes to standard output.
 */
export function openaiClient(
  apiKey: string,
  baseURL: string | null,
  timeout: number = limits.judgeMilliseconds,
): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL,
    timeout,
    maxRetries: limits.judgeRetries,
    logLevel: 'off',
    fetch: fetchOnceWhenThrottled,
  });
}
