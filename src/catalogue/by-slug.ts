import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueServer } from '../model/server.ts';
import { parseEntry, shardNames } from './read.ts';

interface Place {
  slug: string;
  shard: string;
  at: number;
  bytes: number;
}

function* placesIn(folder: string, shard: string): Generator<Place> {
  const text = readFileSync(join(folder, shard));
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const found = text.indexOf(10, at);
    const end = found < 0 ? text.length : found;
    const { slug } = parseEntry(join(folder, shard), number, text.toString('utf8', at, end));
    yield { slug, shard, at, bytes: end - at };
    at = end + 1;
  }
}

/**
 * The way to go through a catalogue by slug, any number of times, of which one server is in memory at a time.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function openBySlug(folder: string): () => Generator<CatalogueServer> {
  let places: Place[] | undefined;
  return function* () {
    places ??= shardNames(folder)
      .flatMap((shard) => [...placesIn(folder, shard)])
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const files = new Map(shardNames(folder).map((shard) => [shard, openSync(join(folder, shard), 'r')]));
    try {
      for (const { shard, at, bytes } of places) {
        const line = Buffer.alloc(bytes);
        readSync(files.get(shard) ?? -1, line, 0, bytes, at);
        yield JSON.parse(line.toString('utf8')) as CatalogueServer;
      }
    } finally {
      for (const file of files.values()) closeSync(file);
    }
  };
}
