import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { CatalogueServer } from '../model/server.ts';
import { cutOff, parseEntry } from './read.ts';
import { readPublished } from './sums.ts';
import { toolPlaces } from './tool-places.ts';

/** The bytes of a part of a file, and 16 hexadecimal digits of their SHA-256. */
export interface Bytes {
  bytes: Buffer;
  digest: string;
}

/** The parts of a line: what comes before the first tool, and each tool with its place, which is in bytes from the start. */
export interface LineParts {
  head: Bytes;
  tools: readonly (Bytes & { at: number })[];
}

/** One line of a file of a catalogue: a server. */
export interface Line extends Bytes {
  /** From 1. */
  number: number;
  /** Null when the tools are not its last member, as publishing writes it. */
  parts: () => LineParts | null;
  /**
   * The server on it; read when somebody asks first, and checked but for tools whose digest is among those that were checked before.
   * @throws UserError that names file and line when it is damaged.
   */
  server: (checked?: ReadonlySet<string>) => CatalogueServer;
}

/** A file of a catalogue, whose lines are looked at when somebody asks for them. */
export interface Shard {
  name: string;
  /** 16 hexadecimal digits of the SHA-256 of its bytes. */
  digest: string;
  /** @throws UserError when the last one is cut off. */
  lines: () => readonly Line[];
}

const withDigest = (bytes: Buffer): Bytes => ({ bytes, digest: hash('sha256', bytes).slice(0, 16) });

function partsOf(line: Buffer): LineParts | null {
  const found = toolPlaces(line);
  if (found === null) return null;
  const tools = found.places.map(([at, end]) => ({ at, ...withDigest(line.subarray(at, end)) }));
  return { head: withDigest(line.subarray(0, found.headBytes)), tools };
}

function lineOf(file: string, number: number, bytes: Buffer): Line {
  let parts: LineParts | null | undefined;
  let known: CatalogueServer | undefined;
  const partsOnce = (): LineParts | null => (parts === undefined ? (parts = partsOf(bytes)) : parts);
  return {
    ...{ number, ...withDigest(bytes), parts: partsOnce },
    server: (checked = new Set()) => {
      const isChecked = (place: number): boolean => checked.has(partsOnce()?.tools[place]?.digest ?? '');
      return (known ??= parseEntry(file, number, bytes.toString('utf8'), isChecked));
    },
  };
}

function* linesIn(file: string, bytes: Buffer): Generator<Line> {
  let at = 0;
  for (let number = 1; at < bytes.length; number += 1) {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw cutOff(file, number);
    yield lineOf(file, number, bytes.subarray(at, end));
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
