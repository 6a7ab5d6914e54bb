import { basename, join } from 'node:path';
import { z } from 'zod';
import { RecordedServer } from '../model/recorded.ts';
import { CatalogueServer } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import { shardOf } from './shards.ts';
import { readPublished, shardNames } from './sums.ts';
import { byText } from '../model/text-order.ts';

function damaged(file: string, line: number, cause: string): UserError {
  return new UserError(
    `${file}, line ${line}: ${cause}\nRestore the file (git checkout HEAD -- ${file}) or publish it again (npm run classify).`,
  );
}

/** What to tell of a file whose last line has no end. */
export const cutOff = (file: string, line: number): UserError =>
  damaged(file, line, 'the last line is cut off.');

/** A line of a catalogue file. */
interface EntryLine {
  file: string;
  line: number;
  text: string;
}

/** The tools of what may be an entry, without those that have been checked. */
function unchecked(value: unknown, isChecked: (place: number) => boolean): unknown {
  if (typeof value !== 'object' || value === null || !('tools' in value)) return value;
  if (!Array.isArray(value.tools)) return value;
  return { ...value, tools: value.tools.filter((_, place) => !isChecked(place)) };
}

function parseAs<Entry extends RecordedServer>(
  shape: z.ZodType<Entry>,
  { file, line, text }: EntryLine,
  isChecked: (place: number) => boolean = () => false,
): Entry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, line, `this is not JSON (${error instanceof Error ? error.message : 'unreadable'}).`);
  }
  let parsed = shape.safeParse(unchecked(value, isChecked));
  if (!parsed.success) parsed = shape.safeParse(value); // names a tool by its place among all
  if (!parsed.success)
    throw damaged(file, line, `this is no catalogue entry:\n${z.prettifyError(parsed.error)}`);
  const shard = shardOf(parsed.data.id);
  if (shard !== basename(file)) throw damaged(file, line, `${parsed.data.id} belongs into ${shard}.`);
  return value as Entry;
}

/**
 * The server on a line of a catalogue file, with its members in the order of the line, as whoever reads a part of the line gets them.
 * Tools at places that `isChecked` names are not checked again.
 * @throws UserError that names file and line when it is damaged or stands in the wrong file.
 */
export const parseEntry = (
  file: string,
  line: number,
  text: string,
  isChecked: (place: number) => boolean,
): CatalogueServer => parseAs(CatalogueServer, { file, line, text }, isChecked);

function shardAs<Entry extends RecordedServer>(
  shape: z.ZodType<Entry>,
  folder: string,
  shard: string,
): Entry[] {
  const file = join(folder, shard);
  const lines = readPublished(folder, shard).bytes.toString('utf8').split('\n');
  if (lines.pop() !== '') throw cutOff(file, lines.length + 1);
  return lines.map((text, index) => parseAs(shape, { file, line: index + 1, text }));
}

/**
 * The servers of one file of a published catalogue, by id.
 * @throws UserError that names the file when it is not as it was published, and the line of the first entry that is damaged.
 */
export const readShard = (folder: string, shard: string): CatalogueServer[] =>
  shardAs(CatalogueServer, folder, shard);

/**
 * Every server of a published catalogue in the order of its files, of which one is in memory at a time.
 * @throws UserError that names file and line of the first entry that is damaged.
 */
export function* streamCatalogue(folder: string): Generator<CatalogueServer> {
  for (const shard of shardNames(folder)) yield* readShard(folder, shard);
}

/**
 * What a store takes over from a catalogue, which may be of an earlier version: one server after the other.
 * @throws UserError that names file and line of the first entry that is damaged.
 */
export function* streamRecorded(folder: string): Generator<RecordedServer> {
  for (const shard of shardNames(folder)) yield* shardAs(RecordedServer, folder, shard);
}

/**
 * Every server of a published catalogue, sorted by slug; none when the folder does not exist.
 * @throws UserError that names file and line of the first entry that is damaged.
 */
export function readCatalogue(folder: string): CatalogueServer[] {
  return [...streamCatalogue(folder)].sort((a, b) => byText(a.slug, b.slug));
}
