import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Line, Shard } from '../catalogue/lines.ts';
import {
  append,
  type Index,
  indexFile,
  noPlace,
  partAt,
  partsFile,
  type Place,
  readIndex,
  sizeOf,
  writeIndex,
} from './part-files.ts';
import type { Before, Kept, Publisher } from './publisher.ts';
import { publishers } from './publishers.ts';

/** A digest of what parts of servers are made with. */
const madeWith = (templates: string): string => hash('sha256', templates).slice(0, 16);

/** Digests of what a line says of its server, and of each tool; none where the tools are not its last member. */
function digestsOf(line: Line): string[] {
  const parts = line.parts();
  return parts === null ? [] : [parts.head, ...parts.tools].map(({ digest }) => digest);
}

/** What is kept of a line that is gone: what its tools lent each other as a digest, its tools by digest with their places, and the part of each publisher. */
interface Gone {
  lent: string;
  tools: ReadonlyMap<string, number>;
  part: (id: string) => Buffer;
}

/** A line, and what is kept of the one before it that said the same of its server; undefined where there is none. */
interface FreshLine {
  line: Line;
  lent: string;
  before: (Omit<Before, 'part'> & Pick<Gone, 'part'>) | undefined;
  /** Its tools that have been checked. */
  checked: ReadonlySet<string>;
}

function freshLine(line: Line, lent: string, gone: ReadonlyMap<string, Gone>): FreshLine {
  const [head = '', ...tools] = digestsOf(line);
  const was = gone.get(head);
  if (was === undefined) return { line, lent, before: undefined, checked: new Set() };
  const places = tools.map((digest) => was.tools.get(digest) ?? -1);
  const isLentAlike = lent !== '' && was.lent === lent;
  return { line, lent, before: { part: was.part, isLentAlike, places }, checked: new Set(was.tools.keys()) };
}

interface Keeper {
  id: string;
  of: (fresh: FreshLine) => Buffer;
}

/** Keeps the parts of a publisher. */
const keeperFor = (id: string, { of }: Kept<unknown>): Keeper => ({
  id,
  of: ({ line, before, checked }) =>
    of(line.server(checked), before && { ...before, part: () => before.part(id) }),
});

/** Keeps what tells servers and tools of gone lines apart. */
const tools: Keeper = {
  id: 'tools',
  of: ({ line, lent }) => Buffer.from([lent, ...digestsOf(line)].join(' ')),
};

const keepers: readonly Keeper[] = [
  tools,
  ...publishers.flatMap(({ id, kept }) => (kept === null ? [] : [keeperFor(id, kept)])),
];

const placesOf = ({ lines }: Index, number: number): Place[] =>
  lines.map(({ places }) => places[number] ?? noPlace);

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

/** What is kept of these lines of an index, by the digest of what they said of their server. */
function goneLines(folder: string, shard: string, lines: Index['lines']): Map<string, Gone> {
  return new Map(
    lines.map(({ places }) => {
      const part = (id: string): Buffer => {
        const number = keepers.findIndex((keeper) => keeper.id === id);
        return partAt(partsFile(folder, id, shard), places[number] ?? noPlace);
      };
      const [lent = '', head = '', ...digests] = part(tools.id).toString('latin1').split(' ');
      return [head, { lent, tools: new Map(digests.map((digest, place) => [digest, place])), part }];
    }),
  );
}

/** Removes the parts of a file, the index first, so that nobody takes what is left for whole. */
function forgetParts(folder: string, shard: string): void {
  for (const file of [indexFile(folder, shard), ...keepers.map(({ id }) => partsFile(folder, id, shard))])
    rmSync(file, { force: true });
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
 * attacks. A server whose line has not changed is not looked at again, and its parts are not moved; of one of which only tools changed,
 * publishers are told which did not. `lent` has, by the digest of a line, a digest of what its tools lend each other, where it is known. Killed at any moment, or when a file of parts is cut off, the next call does what is missing or all.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function keepParts(
  shard: Shard,
  folder: string,
  templates: string,
  lent: ReadonlyMap<string, string | null> = new Map(),
): void {
  const { name } = shard;
  const head = `${madeWith(templates)} ${shard.digest}`;
  const kept = readIndex(folder, name);
  const isKnown = kept.head.startsWith(`${madeWith(templates)} `) && areWhole(folder, name, kept);
  if (isKnown && kept.head === head) return;
  const known = new Map(isKnown ? kept.lines.map((line) => [line.digest, line]) : []);
  if (!isKnown) forgetParts(folder, name);
  const lines = shard.lines();
  const standing = new Set(lines.map(({ digest }) => digest));
  const gone = [...known.values()].filter(({ digest }) => !standing.has(digest));
  const before = goneLines(folder, name, gone);
  const fresh = lines
    .filter(({ digest }) => !known.has(digest))
    .map((line) => freshLine(line, lent.get(line.digest) ?? '', before));
  const places = keepers.map(({ id, of }) => append(partsFile(folder, id, name), fresh.map(of)));
  for (const [place, { line }] of fresh.entries())
    known.set(line.digest, { digest: line.digest, places: places.map((its) => its[place] ?? noPlace) });
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
