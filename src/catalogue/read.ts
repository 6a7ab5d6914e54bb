import { basename, join } from 'node:path';
import { z } from 'zod';
import { CatalogueServer } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import { shardOf } from './shards.ts';
import { readPublished, shardNames } from './sums.ts';

function damaged(file: string, line: number, cause: string): UserError {
  return new UserError(
    `${file}, line ${line}: ${cause}\nRestore the file (git checkout -- ${file}) or publish it again (npm run classify).`,
  );
}

/** What to tell of a file whose last line has no end. */
export const cutOff = (file: string, line: number): UserError =>
  damaged(file, line, 'the last line is cut off.');

/**
 * The server on a line of a catalogue file, with its members in the order of the line, as whoever reads a part of the line gets them.
 * @throws UserError that names file and line when it is damaged or stands in the wrong file.
 */
export function parseEntry(file: string, line: number, text: string): CatalogueServer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, line, `this is not JSON (${error instanceof Error ? error.message : 'unreadable'}).`);
  }
  const parsed = CatalogueServer.safeParse(value);
  if (!parsed.success)
    throw damaged(file, line, `this is no catalogue entry:\n${z.prettifyError(parsed.error)}`);
  const shard = shardOf(parsed.data.id);
  if (shard !== basename(file)) throw damaged(file, line, `${parsed.data.id} belongs into ${shard}.`);
  return value as CatalogueServer;
}

/**
 * The servers of one file of a published catalogue, by id.
 * @throws UserError that names the file when it is not as it was published, and the line of the first entry that is damaged.
 */
export function readShard(folder: string, shard: string): CatalogueServer[] {
  const file = join(folder, shard);
  const lines = readPublished(folder, shard).bytes.toString('utf8').split('\n');
  if (lines.pop() !== '') throw cutOff(file, lines.length + 1);
  return lines.map((text, index) => parseEntry(file, index + 1, text));
}

/** The name and the text of each file of a published catalogue, by name. */
export function* shardTexts(folder: string): Generator<readonly [name: string, text: string]> {
  for (const name of shardNames(folder)) yield [name, readPublished(folder, name).bytes.toString('utf8')];
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
