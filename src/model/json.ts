import { z } from 'zod';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isJson);
  const kind: unknown = Object.getPrototypeOf(value);
  return (kind === Object.prototype || kind === null) && Object.values(value).every(isJson);
}

/** Any JSON value. Nothing is assumed of text that came from outside. Takes what z.json() takes, in a tenth of the time, and leaves it as it is. */
export const Json: z.ZodType<Json> = z.unknown().refine((value): value is Json => isJson(value));

export const JsonObject = z.record(z.string(), Json);
export type JsonObject = z.infer<typeof JsonObject>;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(token: string): string {
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

/** A JSON Pointer (RFC 6901) from its reference tokens. */
export function pointer(...tokens: (string | number)[]): string {
  let at = '';
  for (const token of tokens) at += `/${escaped(String(token))}`;
  return at;
}

/** The reference tokens of a JSON Pointer. */
export function tokensOf(at: string): string[] {
  const tokens = at.split('/').slice(1);
  return at.includes('~') ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')) : tokens;
}

/** The value a JSON Pointer names, or undefined when nothing stands there. Never reads inherited members. */
export function valueAt(root: unknown, at: string): unknown {
  let value = root;
  for (const token of tokensOf(at)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/** Whether arrays and objects are nested deeper than `limit`. Goes no deeper itself, so no input can exhaust the stack. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  const members: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return members.some((member) => isDeeperThan(member, limit - 1));
}

/**
 * The same value with every string well-formed UTF-16 and without NUL, which text stores refuse.
 * Call it on outside data no deeper than `limits.definitionDepth`.
 */
export function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [wellFormed(key) as string, wellFormed(member)]),
  );
}
