import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  type OpenAI,
} from 'openai';
import { oneLine } from '../../../src/model/display.ts';
import { isObject } from '../../../src/model/json.ts';
import { exitCodes, UserError } from '../../../src/terminal/command.ts';
import { dollars } from './dollars.ts';
import type { Unusable } from './unusable.ts';

const goOn = 'What was judged is saved: run the command again to go on.';

/** Ends a run that cannot go on, naming the cause and the next step. */
export function pointless(cause: string): UserError {
  return new UserError(`${cause}\n${goOn}`);
}

/** Ends a run that may cost no more. */
export function costReached(most: number, spent: number): UserError {
  return new UserError(
    `The next question may pass --max-cost ${most}: ${dollars(spent)} is spent. ${goOn}`,
    exitCodes.costReached,
  );
}

/** The end of a body that is longer than any answer has to be. */
export class TooLong extends Error {
  constructor(bytes: number) {
    super(`It is longer than ${bytes} bytes.`);
  }
}

/** What an error says, on one line and without the key. */
export function wordsOf(error: unknown, client: OpenAI): string {
  const words = error instanceof Error ? error.message : String(error);
  return oneLine(client.apiKey ? words.replaceAll(client.apiKey, '[the key]') : words);
}

/** What an endpoint answered an error with; nothing when no answer came. */
export function answeredWith(error: unknown): { status?: number; headers: Headers | null } {
  if (!(error instanceof APIError)) return { headers: null };
  const { status, headers } = error as { status?: number; headers?: Headers };
  return { ...(status === undefined ? {} : { status }), headers: headers ?? null };
}

/** The system's code at the end of a chain of causes, such as ECONNREFUSED. */
function systemCode(error: unknown, depth = 0): string {
  if (!isObject(error) || depth > 8) return '';
  if (typeof error.code === 'string' && error.code.startsWith('E')) return error.code;
  const [first] = Array.isArray(error.errors) ? (error.errors as unknown[]) : [];
  return systemCode(error.cause ?? first, depth + 1);
}

const nobodyThere = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function refusal(error: unknown, client: OpenAI): UserError | null {
  const at = client.baseURL;
  const words = wordsOf(error, client);
  const { status = 0, headers } = answeredWith(error);
  if (status === 401 || status === 403)
    return pointless(`${at} refuses the key (${words}). Check OPENAI_API_KEY, and OPENAI_BASE_URL.`);
  if (status === 404)
    return pointless(`${at} does not know the model or the address (${words}). Check OPENAI_MODEL.`);
  if (status < 300 || status >= 400) return null;
  const elsewhere = wordsOf(headers?.get('location') ?? 'nowhere', client);
  return pointless(
    `${at} sends us on to ${elsewhere}, where neither key nor questions were sent. If that is right, set OPENAI_BASE_URL to it.`,
  );
}

/** The error that ends the run, when no other question can fare better: wrong key, no credit, nobody there. */
export function fatal(error: unknown, client: OpenAI): UserError | null {
  const at = client.baseURL;
  const words = wordsOf(error, client);
  if (error instanceof APIConnectionError)
    return nobodyThere.has(systemCode(error))
      ? pointless(`Nobody answers at ${at} (${systemCode(error)}). Check OPENAI_BASE_URL.`)
      : null;
  if (!(error instanceof APIError)) return null;
  if (error.code === 'insufficient_quota' || error.type === 'insufficient_quota' || error.status === 402)
    return pointless(`${at} says that no credit is left (${words}). Check the account of OPENAI_API_KEY.`);
  return refusal(error, client);
}

/** Whether the endpoint may take the same question in a plainer format. */
export function isFormatRefused(error: unknown): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  return error.code !== 'context_length_exceeded' && error.code !== 'content_filter';
}

/** What to do about a question that failed, when others may still fare better. */
export function unusable(error: unknown, client: OpenAI): Unusable {
  const words = wordsOf(error, client);
  if (error instanceof TooLong) return { unusable: `The answer was given up: ${words}`, remedy: 'none' };
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return { unusable: `No answer came within ${client.timeout / 1000} seconds.`, remedy: 'split' };
  if (error instanceof APIConnectionError)
    return { unusable: `The connection broke off: ${words}`, remedy: 'none' };
  if (!(error instanceof APIError)) return { unusable: `The answer broke off: ${words}`, remedy: 'repeat' };
  return {
    unusable: `The endpoint failed: ${words}`,
    remedy: error.status !== undefined && error.status < 500 ? 'split' : 'none',
  };
}
