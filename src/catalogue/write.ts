import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import type { CatalogueServer } from '../model/server.ts';
import { shardOf } from './shards.ts';
import { openSpool } from './spool.ts';

/** The text of every shard, by file name: servers by id, one canonical line each. Same servers, same bytes. */
export function shardTexts(servers: readonly CatalogueServer[]): Map<string, string> {
  const sorted = servers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const texts = new Map<string, string>();
  for (const server of sorted) {
    const shard = shardOf(server.id);
    texts.set(shard, `${texts.get(shard) ?? ''}${canonical(server as Json)}\n`);
  }
  return texts;
}

/** What a killed run left: half a shard, or lines that were still to be sorted. */
const isLeftOver = (name: string): boolean => name.endsWith('.jsonl.new') || name.startsWith('.spool-');

const forgetLeftOvers = (folder: string): void => {
  for (const name of readdirSync(folder).filter(isLeftOver))
    rmSync(join(folder, name), { recursive: true, force: true });
};

/** Writes the text beside the file, when it is another one. */
function prepare(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(`${file}.new`, text);
  return true;
}

/**
 * Makes `folder` hold exactly these servers, which may come one at a time. Shards are replaced by rename when all of them
 * are written, so that a full disk changes none and a kill leaves whole files; unchanged shards are not touched. Returns
 * how many files were written and removed.
 */
export function writeCatalogue(
  folder: string,
  servers: Iterable<CatalogueServer>,
): { written: number; removed: number } {
  mkdirSync(folder, { recursive: true });
  forgetLeftOvers(folder);
  const spool = openSpool(folder);
  try {
    for (const server of servers) spool.add(server);
    const shards = new Set(spool.shards());
    const changed = [...shards].filter((shard) => prepare(join(folder, shard), spool.text(shard)));
    for (const shard of changed) renameSync(join(folder, `${shard}.new`), join(folder, shard));
    const gone = readdirSync(folder).filter((name) => name.endsWith('.jsonl') && !shards.has(name));
    for (const name of gone) rmSync(join(folder, name));
    return { written: changed.length, removed: gone.length };
  } finally {
    spool.remove();
    forgetLeftOvers(folder);
  }
}
