import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ServerOutline } from './outline.ts';

/** An outline without where the server and its rows stand in their files, and what is kept beside it. */
export type Unplaced = Omit<
  ServerOutline,
  'shard' | 'digest' | 'at' | 'bytes' | 'lent' | 'rowsAt' | 'rowsBytes'
>;

/** The outline of a server as it is kept, of which neither text nor rows change when other lines of its shard do. */
export interface KeptOutline extends Pick<ServerOutline, 'digest' | 'bytes' | 'lent'> {
  /** Of `keptText`. */
  text: Buffer;
  rows: Buffer;
}

/** What is kept of the servers of one file of a catalogue. */
export interface KeptShard {
  /** The digest of the file; empty when nothing is known of it. */
  digest: string;
  /** In the order of its lines. */
  kept: readonly KeptOutline[];
  /** Where the rows begin in the file of outlines. */
  rowsAt: number;
}

/** What is kept of an outline. */
export const keptText = (outline: Unplaced): Buffer => Buffer.from(JSON.stringify(outline));

/** The outline that such a text was made of. */
export const keptOutline = ({ text }: KeptOutline): Unplaced => JSON.parse(text.toString('utf8')) as Unplaced;

/**
 * Reads a file of outlines: a line with the digest of the shard and the bytes of the lines that follow; for each server the digest and
 * the bytes of its line, the bytes of its rows, the digest of what its tools lend each other or `-`, and its outline; and all rows.
 */
export function readKept(file: string): KeptShard {
  if (!existsSync(file)) return { digest: '', kept: [], rowsAt: 0 };
  const all = readFileSync(file);
  let start = all.indexOf(10) + 1;
  const [digest = '', length] = all.toString('latin1', 0, start).trim().split(' ');
  const rowsAt = start + Number(length);
  const kept: KeptOutline[] = [];
  let rowAt = rowsAt;
  while (start < rowsAt) {
    const [end, open] = [all.indexOf(10, start), all.indexOf('{', start)];
    const [line = '', bytes, rowsBytes, lent = '-'] = all.toString('latin1', start, open).split(' ');
    const rows = all.subarray(rowAt, (rowAt += Number(rowsBytes)));
    const known = { digest: line, bytes: Number(bytes), lent: lent === '-' ? null : lent };
    kept.push({ ...known, text: all.subarray(open, end), rows });
    start = end + 1;
  }
  return { digest, kept, rowsAt };
}

/** Writes such a file in the place of the one before it. */
export function writeKept(file: string, digest: string, kept: readonly KeptOutline[]): void {
  const lines = kept.flatMap(({ digest, bytes, lent, text, rows }) => [
    ...[Buffer.from(`${digest} ${bytes} ${rows.length} ${lent ?? '-'} `), text, Buffer.from('\n')],
  ]);
  const length = lines.reduce((sum, part) => sum + part.length, 0);
  const half = `${file}.half`;
  const rows = kept.map((its) => its.rows);
  writeFileSync(half, Buffer.concat([Buffer.from(`${digest} ${length}\n`), ...lines, ...rows]));
  renameSync(half, file);
}

/** An outline as it is read, with the rows of the server. */
export interface ReadOutline extends ServerOutline {
  rows: Buffer;
}

/** Reads the outlines in a file, and where their rows begin in it. */
export function readOutlines(file: string): { outlines: ReadOutline[]; rowsAt: number } {
  const { kept, rowsAt } = readKept(file);
  const shard = basename(file);
  let [at, rowAt] = [0, 0];
  const outlines = kept.map((its) => {
    const { digest, bytes, lent, rows } = its;
    const place = { shard, digest, at, bytes, lent, rowsAt: rowAt, rowsBytes: rows.length, rows };
    at += bytes + 1;
    rowAt += rows.length;
    return Object.assign(keptOutline(its), place);
  });
  return { outlines, rowsAt };
}
