import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { CatalogueServer } from '../model/server.ts';
import { cutOff, parseEntry } from './read.ts';
import { readPublished } from './sums.ts';

/** One line of a file of a catalogue: a server. */
export interface Line {
  /** From 1. */
  number: number;
  /** Bytes of the file that come before it. */
  at: number;
  bytes: Buffer;
  /** 16 hexadecimal digits of the SHA-256 of its bytes. */
  digest: string;
  /** The server on it, checked; read when somebody asks first. @throws UserError that names file and line when it is damaged. */
  server: () => CatalogueServer;
}

/** A file of a catalogue, whose lines are looked at when somebody asks for them. */
export interface Shard {
  name: string;
  /** 16 hexadecimal digits of the SHA-256 of its bytes. */
  digest: string;
  /** @throws UserError when the last one is cut off. */
  lines: () => readonly Line[];
}

const digestOf = (bytes: Buffer): string => hash('sha256', bytes).slice(0, 16);

function* linesIn(file: string, bytes: Buffer): Generator<Line> {
  let at = 0;
  for (let number = 1; at < bytes.length; number += 1) {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw cutOff(file, number);
    const line = bytes.subarray(at, end);
    let known: CatalogueServer | undefined;
    const server = (): CatalogueServer => (known ??= parseEntry(file, number, line.toString('utf8')));
    yield { number, at, bytes: line, digest: digestOf(line), server };
    at = end + 1;
  }
}

/**
 * Opens a file of the catalogue in this folder. What several ask of its servers is read once.
 * @throws UserError when it is not as it was published.
 */
export function openShard(folder: string, name: string): Shard {
  const file = join(folder, name);
  const { bytes, sum } = readPublished(folder, name);
  let lines: readonly Line[] | undefined;
  return { name, digest: sum.slice(0, 16), lines: () => (lines ??= [...linesIn(file, bytes)]) };
}
