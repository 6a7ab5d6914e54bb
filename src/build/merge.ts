import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Digests, notedDigest } from './digests.ts';
import { appendLines } from './lines.ts';
import { forgetRecords, type Places, type SiteBuild } from './places.ts';
import { type BuiltFile, filesOf, linesOf, readRecords, recordLine, twinOf, unfinished } from './records.ts';

/** Bytes of two files that are compared at once: a data set has files that are larger than memory should hold. */
const comparedBytes = 16 * 1024 * 1024;

function* piecesOf(file: string, bytes: number): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; at < bytes; at += comparedBytes) {
      const piece = Buffer.allocUnsafe(Math.min(comparedBytes, bytes - at));
      yield piece.subarray(0, readSync(descriptor, piece, 0, piece.length, at));
    }
  } finally {
    closeSync(descriptor);
  }
}

function isSame(a: string, b: string): boolean {
  const { size } = statSync(a);
  if (statSync(b, { throwIfNoEntry: false })?.size !== size) return false;
  const others = piecesOf(b, size);
  return piecesOf(a, size).every((piece) => {
    const other = others.next();
    return other.done !== true && other.value.equals(piece);
  });
}

function removeEmpty(folder: string, root: string): void {
  if (folder === root || (existsSync(folder) && readdirSync(folder).length > 0)) return;
  if (existsSync(folder)) rmdirSync(folder);
  removeEmpty(dirname(folder), root);
}

/**
 * Where files are moved from and to. Of what is not `finished` a build that was killed may have moved or removed it without saying so: it
 * counts as changed now.
 */
interface Move {
  staging: string;
  site: string;
  finished: boolean;
}

/** Moves a file into the site unless the same bytes stand there. */
function put({ staging, site, finished }: Move, path: string): string[] {
  const [from, to] = [join(staging, path), join(site, path)];
  if (isSame(from, to)) return finished ? [] : [`put ${path}`];
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  return [`put ${path}`];
}

/** Takes a file out of the site, and the folders that are empty then. */
function drop({ site, finished }: Move, path: string): string[] {
  const file = join(site, path);
  if (!existsSync(file) && finished) return [];
  rmSync(file, { force: true });
  removeEmpty(dirname(file), site);
  return [`delete ${path}`];
}

function putWithTwin(move: Move, path: string): string[] {
  const twin = twinOf(path);
  if (twin === path) return put(move, path);
  const after = existsSync(join(move.staging, twin)) ? put(move, twin) : drop(move, twin);
  return [...put(move, path), ...after];
}

function* goneOf(records: string, now: Digests): Generator<BuiltFile> {
  for (const record of readRecords(records)) if (notedDigest(now, record.path) === null) yield record;
}

/** The new records, in which everything that is still to be moved or removed counts as unfinished. */
function* interim(places: Places, known: Digests, now: Digests, records: string): Generator<string> {
  for (const record of readRecords(records)) {
    const isKept = notedDigest(known, record.path) === record.digest;
    yield recordLine(isKept ? record : { ...record, digest: unfinished });
  }
  for (const record of goneOf(places.records, now)) yield recordLine({ ...record, digest: unfinished });
}

/** What is to be merged: the records of the new site, the digests of both, and the paths that were made. */
export interface Merge {
  records: string;
  known: Digests;
  now: Digests;
  made: readonly string[];
}

/**
 * Moves the files that were made into the site and removes those that are no longer of it. Whatever it is killed at, the records
 * say of no file that it is finished when it is not, and the deploy list of the build that completes it has all of both. Returns how many files of the site differ from before.
 */
export function mergeSite({ site }: Pick<SiteBuild, 'site'>, places: Places, merge: Merge): number {
  const gone = join(places.notes, 'gone');
  writeFileSync(gone, '');
  appendLines(gone, goneOf(places.records, merge.now), recordLine);
  const half = join(places.notes, 'interim');
  appendLines(half, interim(places, merge.known, merge.now, merge.records), String);
  renameSync(half, places.records);
  const deploy = join(places.notes, 'deploy');
  writeFileSync(deploy, '');
  const move = { staging: places.staging, site };
  let changed = 0;
  const note = (changes: string[]): string => {
    changed += changes.length;
    return changes.map((change) => `${change}\n`).join('');
  };
  for (const made of merge.made)
    appendLines(deploy, linesOf(made), (path) => {
      const finished = notedDigest(merge.known, path) !== null;
      return note(putWithTwin({ ...move, finished }, path));
    });
  appendLines(deploy, readRecords(gone), (record) => {
    const finished = record.digest !== unfinished;
    return note(filesOf(record).flatMap((path) => drop({ ...move, finished }, path)));
  });
  renameSync(deploy, places.deploy);
  renameSync(merge.records, places.records);
  return changed;
}

/** Puts the old site back where a build was killed that had taken it away and not yet put the new one in its place. */
export function restoreSite({ site }: Pick<SiteBuild, 'site'>, { old }: Places): void {
  if (!existsSync(site) && existsSync(old)) renameSync(old, site);
}

/**
 * Puts a whole new site in the place of the old one. Its records come last: as long as there are none, the next build makes all files, and
 * its list says so.
 */
export function replaceSite(
  { site, state }: Pick<SiteBuild, 'site' | 'state'>,
  places: Places,
  records: string,
): void {
  forgetRecords(state);
  rmSync(places.old, { recursive: true, force: true });
  mkdirSync(dirname(site), { recursive: true });
  if (existsSync(site)) renameSync(site, places.old);
  renameSync(places.staging, site);
  writeFileSync(places.deploy, 'all\n');
  rmSync(places.old, { recursive: true, force: true });
  renameSync(records, places.records);
}
