import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shard } from '../catalogue/lines.ts';
import type { Publisher } from './publisher.ts';
import { publishers } from './publishers.ts';

/**
 * What publishers keep of the servers of one file of the catalogue: the parts of each publisher in the order of the lines, and, written
 * when all of these stand, what they were made with and the digests of the lines.
 */
const linesFolder = (folder: string): string => join(folder, 'lines');
const partsFile = (folder: string, { id }: Publisher, shard: string): string => join(folder, id, shard);

const keepers = publishers.filter(({ partOf }) => partOf !== null);

/** A digest of what parts of servers are made with. */
const madeWith = (templates: string): string => hash('sha256', templates).slice(0, 16);

/** Where each line stands that the parts are known of. None when they were made with something else. */
function knownLines(index: string, madeBy: string): Map<string, number> {
  if (!existsSync(index)) return new Map();
  const [head = '', ...digests] = readFileSync(index, 'utf8').split('\n');
  if (!head.startsWith(`${madeBy} `)) return new Map();
  return new Map(digests.map((digest, place) => [digest, place]));
}

/** Makes the folder ready for the parts of these files of a catalogue. */
export function openParts(folder: string, shards: readonly string[]): void {
  mkdirSync(linesFolder(folder), { recursive: true });
  for (const publisher of keepers) mkdirSync(join(folder, publisher.id), { recursive: true });
  for (const name of readdirSync(linesFolder(folder)))
    if (!shards.includes(name)) rmSync(join(linesFolder(folder), name));
}

/**
 * Brings the parts of the servers of one file up to date; `templates` stands for what they are made with, the program and the base of
 * attacks. A server whose line has not changed is not looked at again; killed at any
 * moment, the next call does it all.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function keepParts(shard: Shard, folder: string, templates: string): void {
  const index = join(linesFolder(folder), shard.name);
  const madeBy = madeWith(templates);
  const head = `${madeBy} ${shard.digest}`;
  if (existsSync(index) && readFileSync(index, 'utf8').startsWith(`${head}\n`)) return;
  const known = knownLines(index, madeBy);
  rmSync(index, { force: true });
  for (const publisher of keepers) {
    const file = partsFile(folder, publisher, shard.name);
    const before = known.size === 0 ? [] : readFileSync(file, 'utf8').split('\n');
    const parts = shard.lines().map(({ digest, server }) => {
      const same = before[known.get(digest) ?? -1];
      return `${same ?? JSON.stringify(publisher.partOf?.(server()))}\n`;
    });
    writeFileSync(file, parts.join(''));
  }
  writeFileSync(index, [head, ...shard.lines().map(({ digest }) => digest), ''].join('\n'));
}

/** The parts that a publisher keeps, in the order of the catalogue's files. */
export function* keptParts(folder: string, publisher: Publisher): Generator {
  for (const shard of readdirSync(linesFolder(folder)).sort())
    for (const line of readFileSync(partsFile(folder, publisher, shard), 'utf8').split('\n'))
      if (line !== '') yield JSON.parse(line);
}

/** A digest of all that the parts in a folder were made from and with. */
export function digestOfParts(folder: string): string {
  const shards = readdirSync(linesFolder(folder)).sort();
  const heads = shards.map((shard) => readFileSync(join(linesFolder(folder), shard), 'utf8').split('\n', 1));
  return hash('sha256', JSON.stringify([shards, heads])).slice(0, 16);
}
