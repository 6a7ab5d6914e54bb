import { hash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Shard } from '../catalogue/lines.ts';
import type { Kept, Publisher } from './publisher.ts';
import { publishers } from './publishers.ts';

/**
 * What publishers keep of the servers of one file of the catalogue: a file of parts for each publisher, to which those of changed servers
 * are added, and an index, put in its place when all of these stand: what they were made with, and for each line its digest and
 * where its parts stand.
 */
const indexFile = (folder: string, shard: string): string => join(folder, 'lines', shard);
const partsFile = (folder: string, id: string, shard: string): string => join(folder, id, shard);

interface Keeper extends Kept<unknown> {
  id: string;
}

const keepers = publishers.flatMap(({ id, kept }): Keeper[] => (kept === null ? [] : [{ ...kept, id }]));

/** A digest of what parts of servers are made with. */
const madeWith = (templates: string): string => hash('sha256', templates).slice(0, 16);

/** Where a part stands in its file. */
type Place = readonly [at: number, bytes: number];

/** The index of a file: how it begins, and the digest of each line with the places of its parts, publisher by publisher. */
interface Index {
  head: string;
  lines: readonly { digest: string; places: readonly Place[] }[];
}

function readIndex(folder: string, shard: string): Index {
  const file = indexFile(folder, shard);
  const [head = '', ...lines] = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return {
    head,
    lines: lines.map((line) => {
      const [digest = '', ...places] = line.split(' ');
      return { digest, places: places.map((place) => place.split('+').map(Number) as [number, number]) };
    }),
  };
}

function writeIndex(folder: string, shard: string, { head, lines }: Index): void {
  const file = indexFile(folder, shard);
  const texts = lines.map(({ digest, places }) =>
    [digest, ...places.map(([at, bytes]) => `${at}+${bytes}`)].join(' '),
  );
  writeFileSync(`${file}.half`, [head, ...texts, ''].join('\n'));
  renameSync(`${file}.half`, file);
}

const noPlace: Place = [0, 0];
const placesOf = ({ lines }: Index, number: number): Place[] =>
  lines.map(({ places }) => places[number] ?? noPlace);

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? -1;

/** Whether the parts of every publisher stand there. */
const areWhole = (folder: string, shard: string, index: Index): boolean =>
  keepers.every(({ id }, number) => {
    const end = placesOf(index, number).reduce((most, [at, bytes]) => Math.max(most, at + bytes), 0);
    return sizeOf(partsFile(folder, id, shard)) >= end;
  });

/** The parts of one publisher in a file. */
function* partsIn(folder: string, shard: string, index: Index, id: string): Generator<Buffer> {
  const file = readFileSync(partsFile(folder, id, shard));
  const number = keepers.findIndex((keeper) => keeper.id === id);
  for (const [at, bytes] of placesOf(index, number)) yield file.subarray(at, at + bytes);
}

/** Removes the parts of a file, the index first, so that nobody takes what is left for whole. */
function forgetParts(folder: string, shard: string): void {
  for (const file of [indexFile(folder, shard), ...keepers.map(({ id }) => partsFile(folder, id, shard))])
    rmSync(file, { force: true });
}

/** Adds parts at the end of a file. Returns where they stand. */
function append(file: string, parts: readonly Buffer[]): Place[] {
  let at = Math.max(0, sizeOf(file));
  appendFileSync(file, Buffer.concat(parts));
  return parts.map(({ length }) => [(at += length) - length, length]);
}

/** Leaves only parts of lines that stand, where more than half is of others. */
function tidy(folder: string, shard: string, index: Index): void {
  const sizes = keepers.map(({ id }) => sizeOf(partsFile(folder, id, shard)));
  const live = index.lines.flatMap(({ places }) => places.map(([, bytes]) => bytes));
  const sum = (all: readonly number[]): number => all.reduce((total, bytes) => total + bytes, 0);
  if (sum(sizes) <= 2 * sum(live)) return;
  const parts = keepers.map(({ id }) => [...partsIn(folder, shard, index, id)]);
  forgetParts(folder, shard);
  const places = keepers.map(({ id }, number) => append(partsFile(folder, id, shard), parts[number] ?? []));
  const lines = index.lines.map(({ digest }, place) => ({
    ...{ digest, places: places.map((its) => its[place] ?? noPlace) },
  }));
  writeIndex(folder, shard, { head: index.head, lines });
}

/** Makes the folder ready for the parts of these files of a catalogue. */
export function openParts(folder: string, shards: readonly string[]): void {
  for (const name of ['lines', ...keepers.map(({ id }) => id)])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of readdirSync(join(folder, 'lines')))
    if (!shards.includes(name)) rmSync(indexFile(folder, name));
}

/**
 * Brings the parts of the servers of one file up to date; `templates` stands for what they are made with, the program and the base of
 * attacks. A server whose line has not changed is not looked at again, and its parts are not moved; killed at any moment, or when a
 * file of parts is cut off, the next call does what is missing or all.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function keepParts(shard: Shard, folder: string, templates: string): void {
  const { name } = shard;
  const head = `${madeWith(templates)} ${shard.digest}`;
  const before = readIndex(folder, name);
  const isKnown = before.head.startsWith(`${madeWith(templates)} `) && areWhole(folder, name, before);
  if (isKnown && before.head === head) return;
  const known = new Map(isKnown ? before.lines.map((line) => [line.digest, line]) : []);
  if (!isKnown) forgetParts(folder, name);
  const lines = shard.lines();
  const fresh = lines.filter(({ digest }) => !known.has(digest));
  const places = keepers.map(({ id, of }) =>
    append(
      partsFile(folder, id, name),
      fresh.map((line) => of(line.server())),
    ),
  );
  for (const [place, { digest }] of fresh.entries())
    known.set(digest, { digest, places: places.map((its) => its[place] ?? noPlace) });
  const index = { head, lines: lines.flatMap(({ digest }) => known.get(digest) ?? []) };
  writeIndex(folder, name, index);
  tidy(folder, name, index);
}

const filesIn = (folder: string): string[] => readdirSync(join(folder, 'lines')).sort();

/** What a publisher keeps of each server, in the order of the catalogue's files. */
export function* keptParts<Part>(folder: string, { id, kept }: Publisher<Part>): Generator<Part> {
  if (kept === null) return;
  for (const shard of filesIn(folder))
    for (const bytes of partsIn(folder, shard, readIndex(folder, shard), id)) yield kept.read(bytes);
}

/** A digest of all that the parts in a folder were made from and with. */
export function digestOfParts(folder: string): string {
  const heads = filesIn(folder).map((shard) => [shard, readIndex(folder, shard).head]);
  return hash('sha256', JSON.stringify(heads)).slice(0, 16);
}
