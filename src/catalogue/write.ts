import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonical, sha256 } from '../model/canonical.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Review } from '../model/review.ts';
import type { CatalogueServer } from '../model/server.ts';
import { openKept } from './kept.ts';
import { shardOf } from './shards.ts';
import { isLeftSpool, type Line, openSpool } from './spool.ts';
import { sumsName, sumsText } from './sums.ts';
import { byText } from '../model/text-order.ts';

/** The text of every shard, by file name: servers by id, one canonical line each. Same servers, same bytes. */
export function shardTexts(servers: readonly CatalogueServer[]): Map<string, string> {
  const sorted = servers.toSorted((a, b) => byText(a.id, b.id));
  const texts = new Map<string, string>();
  for (const server of sorted) {
    const shard = shardOf(server.id);
    texts.set(shard, `${texts.get(shard) ?? ''}${canonical(server as Json)}\n`);
  }
  return texts;
}

/** What a killed run left: half a shard, or lines that were still to be sorted. */
const isLeftOver = (name: string): boolean =>
  name.endsWith('.jsonl.new') || name === `${sumsName}.new` || isLeftSpool(name);

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

/** A catalogue that takes the place of the one in its folder once all its servers are known. */
export interface CatalogueWriting {
  /** The server as it was written the last time from the same; null when it was not. */
  known: (id: string, input: string) => CatalogueServer | null;
  /** Adds a server; `input` is a digest of what it was made from, without tabs. */
  add: (server: CatalogueServer, input?: string) => void;
  /** A server that was added. */
  server: (id: string) => CatalogueServer;
  /**
   * Makes the folder hold exactly what was added, each server with its reasons for a review, and the sums of the shards. These are
   * replaced by rename when all of them are written, so that a full disk changes none and a kill leaves whole files, without sums;
   * unchanged ones are not touched. Returns how many shards were written and removed.
   */
  finish: (reviews: ReadonlyMap<string, Review[]>) => { written: number; removed: number };
  /** Removes what stands on disk until then. */
  close: () => void;
}

/** Begins to write a catalogue, of which a part is in memory at a time. `kept` is the folder in which its lines are kept for the next time. */
export function openWriting(folder: string, kept?: string): CatalogueWriting {
  const place = kept === undefined ? folder : dirname(kept);
  for (const each of [folder, place]) mkdirSync(each, { recursive: true });
  for (const each of [folder, place]) forgetLeftOvers(each);
  const spool = openSpool(place);
  const before = kept === undefined ? null : openKept(kept);
  return {
    known(id, input) {
      const text = before?.text(id, input) ?? null;
      return text === null ? null : (JSON.parse(text) as CatalogueServer);
    },
    add: (server, input = '') => {
      const text = input === '' ? null : before?.text(server.id, input);
      spool.add(server.id, input, text ?? canonical(server as Json));
    },
    server: (id) => spool.server(id),
    finish(reviews) {
      const reviewed = ({ id, text }: Line): string => {
        const review = reviews.get(id);
        return review === undefined ? text : canonical({ ...(JSON.parse(text) as JsonObject), review });
      };
      const sums = new Map<string, string>();
      const changed = spool.shards().filter((shard) => {
        const text = spool.text(shard, reviewed);
        sums.set(shard, sha256(text));
        return prepare(join(folder, shard), text);
      });
      const isNew = prepare(join(folder, sumsName), sumsText(sums));
      if (isNew) rmSync(join(folder, sumsName), { force: true });
      for (const shard of changed) renameSync(join(folder, `${shard}.new`), join(folder, shard));
      const gone = readdirSync(folder).filter((name) => name.endsWith('.jsonl') && !sums.has(name));
      for (const name of gone) rmSync(join(folder, name));
      if (isNew) renameSync(join(folder, `${sumsName}.new`), join(folder, sumsName));
      if (kept !== undefined) spool.keep(kept);
      return { written: changed.length, removed: gone.length };
    },
    close: () => {
      before?.close();
      spool.remove();
      forgetLeftOvers(folder);
    },
  };
}

/** Makes `folder` hold exactly these servers, which may come one at a time. Returns how many files were written and removed. */
export function writeCatalogue(
  folder: string,
  servers: Iterable<CatalogueServer>,
): { written: number; removed: number } {
  const writing = openWriting(folder);
  try {
    for (const server of servers) writing.add(server);
    return writing.finish(new Map());
  } finally {
    writing.close();
  }
}
