import { openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueServer, CatalogueTool, ServerHead } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import type { OpenTable, TabledServer } from './outline-table.ts';

/** Reads the servers and tools of a catalogue one at a time, as they are asked for by their places in the table of its outlines. */
export interface Pieces {
  /** The server; its tools are read when they are looked at. */
  server: (place: number) => CatalogueServer;
  /** The server without its tools, read anew. */
  head: (place: number) => ServerHead;
  tool: (of: TabledServer, place: number) => CatalogueTool;
  /** A text among the rows of a server that are ready for lists. */
  row: (of: TabledServer, at: number, bytes: number) => string;
}

/** Where the catalogue and its outlines stand. */
export interface Folders {
  catalogue: string;
  outlines: string;
}

/** Servers and tools that stay in memory: those of the pages that are being made. */
const kept = { servers: 24, tools: 512 };

/** A catalogue of at most so many bytes stays in memory as a whole, where it takes about three times as many. Every list goes through all of it. */
const wholeBytes = 48 * 1024 * 1024;

/** Keeps the results for the keys that were asked for last. */
export function remembering<Value>(most: number): (key: number, make: () => Value) => Value {
  const known = new Map<number, Value>();
  return (key, make) => {
    const value = known.get(key) ?? make();
    if (most < Infinity) known.delete(key);
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}

type Place = readonly [at: number, bytes: number];

/** Reads parts of files, which stay open. What it gives is good until the next one is read. */
function openReader(): (file: string, place: Place) => Buffer {
  const files = new Map<string, number>();
  let buffer = Buffer.alloc(64 * 1024);
  return (name, [at, bytes]) => {
    const file = files.get(name) ?? openSync(name, 'r');
    files.set(name, file);
    if (bytes > buffer.length) buffer = Buffer.alloc(2 * bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, at));
  };
}

/**
 * Opens a catalogue of which the outlines are known.
 * @throws UserError when a file has changed since the outline was made.
 */
export function openPieces(folders: Folders, table: OpenTable): Pieces {
  const { shards, servers: outlines, tools: ofTools } = table;
  const read = openReader();
  const filesIn = (folder: string): string[] => shards.map((name) => join(folder, name));
  const [lines, rows] = [filesIn(folders.catalogue), filesIn(folders.outlines)];
  const parse = (of: TabledServer, place: Place, end = ''): unknown => {
    const file = lines[of.shard] ?? '';
    try {
      return JSON.parse(read(file, place).toString('utf8') + end);
    } catch {
      throw new UserError(`${file} changed while the site was built from it.\nBuild again.`);
    }
  };
  const readTool = (of: TabledServer, place: number): CatalogueTool => {
    const { at, bytes } = ofTools.at(place);
    return parse(of, [of.at + at, bytes]) as CatalogueTool;
  };
  let all = 0;
  for (let place = 0; place < outlines.size; place += 1) all += outlines.at(place).bytes;
  const most = all <= wholeBytes ? { servers: Infinity, tools: Infinity } : kept;
  const servers = remembering<CatalogueServer>(most.servers);
  const tools = remembering<CatalogueTool>(most.tools);
  const toolOf: Pieces['tool'] = (of, place) => tools(place, () => readTool(of, place));
  const readHead = (of: TabledServer): ServerHead => {
    const head = parse(of, [of.at, of.headBytes], ']}') as ServerHead & { tools?: unknown };
    delete head.tools;
    return head;
  };
  const readServer = (of: TabledServer): CatalogueServer => {
    const { first, size } = of;
    let held: CatalogueTool[] | undefined;
    const get = (): CatalogueTool[] =>
      (held ??= Array.from({ length: size }, (_, number) => toolOf(of, first + number)));
    return Object.defineProperty(readHead(of) as CatalogueServer, 'tools', { get, enumerable: true });
  };
  return {
    server: (place) => servers(place, () => readServer(outlines.at(place))),
    head: (place) => readHead(outlines.at(place)),
    tool: toolOf,
    row: (of, at, bytes) => read(rows[of.shard] ?? '', [of.rowsAt + at, bytes]).toString('utf8'),
  };
}
