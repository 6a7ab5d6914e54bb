import { existsSync, readFileSync } from 'node:fs';
import type { ServerOutline } from './outline.ts';

/** What is known of the servers of one file of a catalogue. */
export interface OutlinedShard<Outline = ServerOutline> {
  /** The digest of the file; empty when nothing is known of it. */
  digest: string;
  outlines: Outline[];
  /** The rows that are ready for lists, and where they begin in the file of outlines. */
  rows: Buffer;
  rowsAt: number;
}

/** Reads a file of outlines: a line with the digest of the shard and the bytes of what follows, a line for each server, and the rows. */
export function readOutlines<Outline = ServerOutline>(file: string): OutlinedShard<Outline> {
  if (!existsSync(file)) return { digest: '', outlines: [], rows: Buffer.alloc(0), rowsAt: 0 };
  const bytes = readFileSync(file);
  const start = bytes.indexOf(10) + 1;
  const [digest = '', length] = bytes.toString('latin1', 0, start).trim().split(' ');
  const rowsAt = start + Number(length);
  const lines = bytes.toString('utf8', start, rowsAt).split('\n').filter(Boolean);
  return {
    ...{ digest, rowsAt, rows: bytes.subarray(rowsAt) },
    outlines: lines.map((line) => JSON.parse(line) as Outline),
  };
}
