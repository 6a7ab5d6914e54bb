import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueServer } from '../model/server.ts';
import { shardOf } from './shards.ts';
import { byText } from '../model/text-order.ts';

/** Characters of lines that are held before they go to disk. */
const heldCharacters = 16 * 1024 * 1024;

/** A line, without its end, and the id of the server on it. */
export interface Line {
  id: string;
  text: string;
}

/** Lines of a catalogue in the making, by shard, on disk as soon as they are more than memory should hold. */
export interface Spool {
  /** Adds a server as its canonical text, and what it was made from. */
  add(id: string, input: string, text: string): void;
  /** The shards that got a line. */
  shards(): string[];
  /** The server of this id that was added. */
  server(id: string): CatalogueServer;
  /** The text of a shard: servers by id, one canonical line each, as `amend` leaves them. */
  text(shard: string, amend: (line: Line) => string): string;
  /** Puts all of it in the place of a folder, for the next time. */
  keep(folder: string): void;
  /** Removes what stands on disk. */
  remove(): void;
}

const parse = (spooled: string): Line => {
  const tab = spooled.indexOf('\t');
  const text = spooled.slice(spooled.indexOf('\t', tab + 1) + 1);
  return { id: JSON.parse(spooled.slice(0, tab)) as string, text };
};

function sortedText(lines: readonly string[], amend: (line: Line) => string): string {
  const sorted = lines.map(parse).sort((a, b) => byText(a.id, b.id));
  return sorted.map((line) => `${amend(line)}\n`).join('');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether a folder of this name is the spool of a process that was killed. */
export function isLeftSpool(name: string): boolean {
  const pid = /^\.spool-(\d*)/.exec(name)?.[1];
  return pid !== undefined && (pid === '' || !isRunning(Number(pid)));
}

/** Opens an empty spool; what it writes stands in a folder of its own inside `folder`. */
export function openSpool(folder: string): Spool {
  const held = new Map<string, string[]>();
  const known = new Set<string>();
  let characters = 0;
  let root: string | undefined;
  const flush = (): string => {
    root ??= mkdtempSync(join(folder, `.spool-${process.pid}-`));
    for (const [shard, lines] of held) appendFileSync(join(root, shard), `${lines.join('\n')}\n`);
    held.clear();
    characters = 0;
    return root;
  };
  const linesOf = (shard: string): string[] => {
    if (root === undefined) return held.get(shard) ?? [];
    if (held.size > 0) flush();
    return readFileSync(join(root, shard), 'utf8').split('\n').slice(0, -1);
  };
  return {
    add(id, input, text) {
      const shard = shardOf(id);
      const line = `${JSON.stringify(id)}\t${input}\t${text}`;
      known.add(shard);
      const lines = held.get(shard);
      if (lines === undefined) held.set(shard, [line]);
      else lines.push(line);
      characters += line.length;
      if (characters > heldCharacters) flush();
    },
    shards: () => [...known].sort(),
    server(id) {
      const line = linesOf(shardOf(id)).find((each) => each.startsWith(`${JSON.stringify(id)}\t`));
      if (line === undefined) throw new Error(`${id} was not added.`);
      return JSON.parse(parse(line).text) as CatalogueServer;
    },
    text: (shard, amend) => sortedText(linesOf(shard), amend),
    keep(to) {
      const from = flush();
      rmSync(to, { recursive: true, force: true });
      renameSync(from, to);
      root = undefined;
    },
    remove() {
      if (root !== undefined) rmSync(root, { recursive: true, force: true });
    },
  };
}
