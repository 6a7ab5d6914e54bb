import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import type { CatalogueServer } from '../model/server.ts';
import { shardOf } from './shards.ts';

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

function writeWhenChanged(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return true;
}

/**
 * Makes `folder` hold exactly these servers. Each shard is replaced by rename, so a kill leaves whole files;
 * unchanged shards are not touched. Returns how many files were written and removed.
 */
export function writeCatalogue(
  folder: string,
  servers: readonly CatalogueServer[],
): { written: number; removed: number } {
  mkdirSync(folder, { recursive: true });
  const texts = shardTexts(servers);
  const gone = readdirSync(folder).filter((name) => /\.jsonl(\.new)?$/.test(name) && !texts.has(name));
  for (const name of gone) rmSync(join(folder, name));
  const changed = [...texts].filter(([shard, text]) => writeWhenChanged(join(folder, shard), text));
  return { written: changed.length, removed: gone.length };
}
