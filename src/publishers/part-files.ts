import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * What publishers keep of the servers of one file of the catalogue: a file of parts for each publisher, to which those of changed servers
 * are added, and an index, put in its place when all of these stand: what they were made with, and for each line its digest and
 * where its parts stand.
 */
export const indexFile = (folder: string, shard: string): string => join(folder, 'lines', shard);
export const partsFile = (folder: string, id: string, shard: string): string => join(folder, id, shard);

/** Where a part stands in its file. */
export type Place = readonly [at: number, bytes: number];

/** The index of a file: how it begins, and the digest of each line with the places of its parts, publisher by publisher. */
export interface Index {
  head: string;
  lines: readonly { digest: string; places: readonly Place[] }[];
}

const nothing: Index = { head: '', lines: [] };

/** The index of a file; an empty one where there is none, or none that this program wrote. */
export function readIndex(folder: string, shard: string): Index {
  const file = indexFile(folder, shard);
  if (!existsSync(file)) return nothing;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Index;
  } catch (error) {
    if (error instanceof SyntaxError) return nothing;
    throw error;
  }
}

/** Puts an index in its place. */
export function writeIndex(folder: string, shard: string, index: Index): void {
  const file = indexFile(folder, shard);
  writeFileSync(`${file}.half`, JSON.stringify(index));
  renameSync(`${file}.half`, file);
}

export const noPlace: Place = [0, 0];
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? -1;

/** The part that stands at a place in a file. */
export function partAt(file: string, [at, bytes]: Place): Buffer {
  const [part, descriptor] = [Buffer.alloc(bytes), openSync(file, 'r')];
  try {
    readSync(descriptor, part, 0, bytes, at);
  } finally {
    closeSync(descriptor);
  }
  return part;
}

/** Adds parts at the end of a file. Returns where they stand. */
export function append(file: string, parts: readonly Buffer[]): Place[] {
  let at = Math.max(0, sizeOf(file));
  appendFileSync(file, Buffer.concat(parts));
  return parts.map(({ length }) => [(at += length) - length, length]);
}
