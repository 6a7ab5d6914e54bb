import { hash } from 'node:crypto';
import type { BuiltFile } from './records.ts';

/** The digests of files by path, in memory that all workers share: 40 bytes a file. */
export type Digests = SharedArrayBuffer;

/** Key and value have two words each. */
const width = 4;

/** The bit of a key's first word that says that somebody makes the file. */
const claimed = 2 ** 31;

/** 64 bits of the SHA-256 of bytes, or of a text in UTF-8, as 16 hexadecimal digits. */
export const digestOf = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 16);

const half = (digest: string, start: number): number => Number.parseInt(digest.slice(start, start + 8), 16);

/** The place of a path's key, or the free one where it belongs. */
function slotOf(words: Uint32Array, high: number, low: number): number {
  const slots = words.length / width;
  let at = (low % slots) * width;
  for (;;) {
    const [first = 0, second = 0] = [words[at], words[at + 1]];
    const isFree = first === 0 && second === 0;
    if (isFree || (first % claimed === high && second === low)) return at;
    at = (at + width) % words.length;
  }
}

/** The words of a table, and the place of a path in it. */
function found(table: Digests, path: string): { words: Uint32Array; at: number; key: [number, number] } {
  const words = new Uint32Array(table);
  const digest = digestOf(path);
  const key: [number, number] = [half(digest, 0) % claimed, half(digest, 8)];
  return { words, at: slotOf(words, ...key), key };
}

/** The digest that stands at a place; null when there is none, or that of an unfinished file. */
function digestAt(words: Uint32Array, at: number): string | null {
  const [high = 0, low = 0] = [words[at + 2], words[at + 3]];
  if (high === 0 && low === 0) return null;
  return `${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}`;
}

/** An empty table with room for so many files. */
export function emptyDigests(files: number): Digests {
  return new SharedArrayBuffer(Math.max(16, Math.ceil(files * 2.5)) * width * 4);
}

/** Notes a file in the place of what was noted of it before. Returns whether its path was new. */
export function noteDigest(table: Digests, { path, digest }: Pick<BuiltFile, 'path' | 'digest'>): boolean {
  const { words, at, key } = found(table, path);
  const isNew = words[at] === 0 && words[at + 1] === 0;
  words.set([...key, half(digest, 0), half(digest, 8)], at);
  return isNew;
}

/** The digest a path was noted with; null when it was not, or as unfinished. */
export function notedDigest(table: Digests, path: string): string | null {
  const { words, at } = found(table, path);
  return digestAt(words, at);
}

/**
 * The same for whoever makes the file, which nobody else may.
 * @throws Error that names the path when somebody does already. Of a path that was not noted nobody knows.
 */
export function claimedDigest(table: Digests, path: string): string | null {
  const { words, at, key } = found(table, path);
  if (words[at] === 0 && words[at + 1] === 0) return null;
  if (Atomics.or(words, at, claimed) !== key[0]) throw madeTwice(path);
  return digestAt(words, at);
}

/** Whether somebody makes a file of this path, which was noted. */
export function isClaimed(table: Digests, path: string): boolean {
  const { words, at } = found(table, path);
  return (words[at] ?? 0) >= claimed;
}

/** Whether somebody makes every file that was noted. */
export function areClaimed(table: Digests): boolean {
  const words = new Uint32Array(table);
  for (let at = 0; at < words.length; at += width) {
    const isNoted = words[at] !== 0 || words[at + 1] !== 0;
    if (isNoted && (words[at] ?? 0) < claimed) return false;
  }
  return true;
}

/** What to tell when two routes make a file. */
export const madeTwice = (path: string): Error =>
  new Error(`Two routes make ${path}. Give one of them another address.`);
