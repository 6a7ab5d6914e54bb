import { hash } from 'node:crypto';
import type { BuiltFile } from './records.ts';

/** The digests of files by path, in memory that all workers share: 40 bytes a file. */
export type Digests = SharedArrayBuffer;

/** Key and value have two words each. */
const width = 4;

/** 64 bits of the SHA-256 of bytes, or of a text in UTF-8, as 16 hexadecimal digits. */
export const digestOf = (content: string | Uint8Array): string => hash('sha256', content).slice(0, 16);

const half = (digest: string, start: number): number => Number.parseInt(digest.slice(start, start + 8), 16);

/** The place of a path's key, or the free one where it belongs. */
function slotOf(words: Uint32Array, high: number, low: number): number {
  const slots = words.length / width;
  let slot = low % slots;
  for (;;) {
    const at = slot * width;
    if ((words[at] === high && words[at + 1] === low) || (words[at + 2] === 0 && words[at + 3] === 0))
      return at;
    slot = (slot + 1) % slots;
  }
}

/** An empty table with room for so many files. */
export function emptyDigests(files: number): Digests {
  return new SharedArrayBuffer(Math.max(16, Math.ceil(files * 2.5)) * width * 4);
}

/** Notes a file. Returns whether its path was new; an unfinished file is left out. */
export function noteDigest(table: Digests, { path, digest }: Pick<BuiltFile, 'path' | 'digest'>): boolean {
  const words = new Uint32Array(table);
  const key = digestOf(path);
  const [high, low] = [half(key, 0), half(key, 8)];
  const at = slotOf(words, high, low);
  const isNew = words[at + 2] === 0 && words[at + 3] === 0;
  words.set([high, low, half(digest, 0), half(digest, 8)], at);
  return isNew;
}

/** The digest a path was noted with; null when it was not. */
export function notedDigest(table: Digests, path: string): string | null {
  const words = new Uint32Array(table);
  const key = digestOf(path);
  const at = slotOf(words, half(key, 0), half(key, 8));
  const [high = 0, low = 0] = words.subarray(at + 2, at + 4);
  if (high === 0 && low === 0) return null;
  return `${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}`;
}
