import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CatalogueServer } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import { shardOf } from './shards.ts';

function damaged(file: string, line: number, cause: string): UserError {
  return new UserError(
    `${file}, line ${line}: ${cause}\nRestore the file (git checkout -- ${file}) or publish it again (npm run classify).`,
  );
}

function parseLine(file: string, line: number, text: string): CatalogueServer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, line, `this is not JSON (${error instanceof Error ? error.message : 'unreadable'}).`);
  }
  const parsed = CatalogueServer.safeParse(value);
  if (!parsed.success)
    throw damaged(file, line, `this is no catalogue entry:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The files of a published catalogue, by name; none when the folder does not exist. */
export function shardNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
}

/**
 * The servers of one file of a published catalogue, by id.
 * @throws UserError that names file and line of the first entry that is damaged.
 */
export function readShard(folder: string, shard: string): CatalogueServer[] {
  const file = join(folder, shard);
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.pop() !== '') throw damaged(file, lines.length + 1, 'the last line is cut off.');
  return lines.map((text, index) => {
    const server = parseLine(file, index + 1, text);
    if (shardOf(server.id) === shard) return server;
    throw damaged(file, index + 1, `${server.id} belongs into ${shardOf(server.id)}.`);
  });
}

/** The name and the text of each file of a published catalogue, by name. */
export function* shardTexts(folder: string): Generator<readonly [name: string, text: string]> {
  for (const name of shardNames(folder)) yield [name, readFileSync(join(folder, name), 'utf8')];
}

/**
 * Every server of a published catalogue in the order of its files, of which one is in memory at a time.
 * @throws UserError that names file and line of the first entry that is damaged.
 */
export function* streamCatalogue(folder: string): Generator<CatalogueServer> {
  for (const shard of shardNames(folder)) yield* readShard(folder, shard);
}

/**
 * Every server of a published catalogue, sorted by slug; none when the folder does not exist.
 * @throws UserError that names file and line of the first entry that is damaged.
 */
export function readCatalogue(folder: string): CatalogueServer[] {
  return [...streamCatalogue(folder)].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
