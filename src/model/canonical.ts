import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json } from './json.ts';

/** The one spelling of a JSON value: RFC 8785 (sorted keys, no white space). */
export function canonical(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}

/** SHA-256 of UTF-8 text, 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** SHA-256 of the canonical form of a JSON value. */
export function hashOf(value: Json): string {
  return sha256(canonical(value));
}
