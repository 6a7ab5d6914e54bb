import { openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import type { ServerOutline, ToolOutline } from './outline.ts';

/** What has to be known of a server to read it. */
type Placed = Omit<ServerOutline, 'changes'>;

/** Reads the servers and tools of a catalogue one at a time, as they are asked for. */
export interface Pieces {
  /** The server; its tools are read when they are looked at. */
  server: (of: Placed) => CatalogueServer;
  tool: (of: Placed, outline: ToolOutline) => CatalogueTool;
  /** A text among the rows of a server that are ready for lists. */
  row: (of: Placed, at: number, bytes: number) => string;
  /** The words of its tools that count for likeness, as they are kept. */
  terms: (of: Placed) => Uint8Array;
}

/** Where the catalogue and its outlines stand, and where rows begin in the file of each shard's outlines. */
export interface Folders {
  catalogue: string;
  outlines: string;
  rowsAt: ReadonlyMap<string, number>;
}

/** Servers and tools that stay in memory: those of the pages that are being made. */
const kept = { servers: 24, tools: 512 };

/** A catalogue of at most so many bytes stays in memory as a whole, where it takes about three times as many. Every list goes through all of it. */
const wholeBytes = 48 * 1024 * 1024;

/** Keeps the results for the keys that were asked for last. */
function remembering<Value>(most: number): (key: object, make: () => Value) => Value {
  const known = new Map<object, Value>();
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
export function openPieces(
  { catalogue, outlines: outlineFolder, rowsAt }: Folders,
  outlines: readonly Placed[],
): Pieces {
  const read = openReader();
  const parse = (shard: string, place: Place, end = ''): unknown => {
    const file = join(catalogue, shard);
    try {
      return JSON.parse(read(file, place).toString('utf8') + end);
    } catch {
      throw new UserError(`${file} changed while the site was built from it.\nBuild again.`);
    }
  };
  const readTool = (of: Placed, outline: ToolOutline): CatalogueTool =>
    parse(of.shard, [of.at + outline.at, outline.bytes]) as CatalogueTool;
  const isWhole = outlines.reduce((sum, { bytes }) => sum + bytes, 0) <= wholeBytes;
  const most = isWhole ? { servers: Infinity, tools: Infinity } : kept;
  const servers = remembering<CatalogueServer>(most.servers);
  const tools = remembering<CatalogueTool>(most.tools);
  const toolOf: Pieces['tool'] = (of, outline) => tools(outline, () => readTool(of, outline));
  const readServer = (of: Placed): CatalogueServer => {
    const server = parse(of.shard, [of.at, of.headBytes], ']}') as CatalogueServer;
    let held: CatalogueTool[] | undefined;
    const get = (): CatalogueTool[] => (held ??= of.tools.map((outline) => toolOf(of, outline)));
    return Object.defineProperty(server, 'tools', { get, enumerable: true });
  };
  const readRows = (of: Placed, at: number, bytes: number): Buffer =>
    read(join(outlineFolder, of.shard), [(rowsAt.get(of.shard) ?? 0) + of.rowsAt + at, bytes]);
  return {
    server: (of) => servers(of, () => readServer(of)),
    tool: toolOf,
    row: (of, at, bytes) => readRows(of, at, bytes).toString('utf8'),
    terms: (of) => new Uint8Array(readRows(of, of.termsAt, of.termsBytes)),
  };
}
