import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shard } from '../catalogue/lines.ts';
import type { Kept, Publisher } from './publisher.ts';
import { publishers } from './publishers.ts';

/**
 * What publishers keep of the servers of one file of the catalogue: the parts of each publisher, one after the other in the order of the
 * lines, and an index, written when all of these stand: what they were made with, and for each line its digest and the bytes of its parts.
 */
const indexFile = (folder: string, shard: string): string => join(folder, 'lines', shard);
const partsFile = (folder: string, id: string, shard: string): string => join(folder, id, shard);

interface Keeper extends Kept<unknown> {
  id: string;
}

const keepers = publishers.flatMap(({ id, kept }): Keeper[] => (kept === null ? [] : [{ ...kept, id }]));

/** A digest of what parts of servers are made with. */
const madeWith = (templates: string): string => hash('sha256', templates).slice(0, 16);

/** The index of a file: how it begins, and the digest of each line with the bytes of its parts, publisher by publisher. */
interface Index {
  head: string;
  lines: readonly (readonly [digest: string, bytes: readonly number[]])[];
}

function readIndex(folder: string, shard: string): Index {
  const file = indexFile(folder, shard);
  const [head = '', ...lines] = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return {
    head,
    lines: lines.map((line) => {
      const [digest = '', ...bytes] = line.split(' ');
      return [digest, bytes.map(Number)];
    }),
  };
}

/** Whether the parts of every publisher stand there, as long as the index says. */
const areWhole = (folder: string, shard: string, { lines }: Index): boolean =>
  keepers.every(({ id }, number) => {
    const all = lines.reduce((sum, [, bytes]) => sum + (bytes[number] ?? Number.NaN), 0);
    return statSync(partsFile(folder, id, shard), { throwIfNoEntry: false })?.size === all;
  });

/** The parts of one publisher in a file. */
function* partsIn(folder: string, shard: string, { lines }: Index, id: string): Generator<Buffer> {
  const number = keepers.findIndex((keeper) => keeper.id === id);
  const file = readFileSync(partsFile(folder, id, shard));
  let at = 0;
  for (const [, bytes] of lines) yield file.subarray(at, (at += bytes[number] ?? 0));
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
 * attacks. A server whose line has not changed is not looked at again; killed at any moment, or when a file of parts is cut off, the next
 * call does it all.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function keepParts(shard: Shard, folder: string, templates: string): void {
  const head = `${madeWith(templates)} ${shard.digest}`;
  const before = readIndex(folder, shard.name);
  const isKnown = before.head.startsWith(`${madeWith(templates)} `) && areWhole(folder, shard.name, before);
  if (isKnown && before.head === head) return;
  const lines = shard.lines().map((line) => ({ line, bytes: [] as number[] }));
  rmSync(indexFile(folder, shard.name), { force: true });
  for (const { id, of } of keepers) {
    const known = new Map<string, Buffer>();
    if (isKnown)
      for (const [place, part] of [...partsIn(folder, shard.name, before, id)].entries())
        known.set(before.lines[place]?.[0] ?? '', part);
    const parts = lines.map(({ line }) => known.get(line.digest) ?? of(line.server()));
    for (const [place, { bytes }] of lines.entries()) bytes.push(parts[place]?.length ?? 0);
    writeFileSync(partsFile(folder, id, shard.name), Buffer.concat(parts));
  }
  const index = lines.map(({ line, bytes }) => [line.digest, ...bytes].join(' '));
  writeFileSync(indexFile(folder, shard.name), [head, ...index, ''].join('\n'));
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
