import {
  closeSync,
  copyFileSync,
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
import { areClaimed, type Digests, isClaimed, notedDigest } from './digests.ts';
import { appendLines } from './lines.ts';
import { forgetRecords, type Places, type SiteBuild } from './places.ts';
import { type Staging, stagedPlace } from './staging.ts';
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
  try {
    return piecesOf(a, size).every((piece) => {
      const other = others.next();
      return other.done !== true && other.value.equals(piece);
    });
  } finally {
    others.return(undefined); // it waits after its last piece with the file open
  }
}

function removeEmpty(folder: string, root: string): void {
  if (folder === root || (existsSync(folder) && readdirSync(folder).length > 0)) return;
  if (existsSync(folder)) rmdirSync(folder);
  removeEmpty(dirname(folder), root);
}

/** Where files are moved from and to. */
interface Folders {
  staging: Staging;
  site: string;
}

/**
 * How. Of what is not `finished` a build that was killed may have moved or removed it without saying so: it
 * counts as changed now.
 */
interface Move extends Folders {
  finished: boolean;
}

/** Moves a file into the site unless the same bytes stand there. */
function put({ staging, site, finished }: Move, path: string): string[] {
  const [from, to] = [stagedPlace(staging, path), join(site, path)];
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
  const after = existsSync(stagedPlace(move.staging, twin)) ? put(move, twin) : drop(move, twin);
  return [...put(move, path), ...after];
}

/** Files of the site that are no longer of it; of one that was left unfinished that record only. */
function* goneOf(records: string, known: Digests): Generator<BuiltFile> {
  if (areClaimed(known)) return;
  for (const record of readRecords(records)) {
    if (isClaimed(known, record.path)) continue;
    if (record.digest === unfinished || notedDigest(known, record.path) !== null) yield record;
  }
}

/** Whether a file has a twin, in the site as it is or as it will be. */
function hasTwin(path: string, { staging, site }: Folders): boolean {
  const twin = twinOf(path);
  return twin !== path && [stagedPlace(staging, twin), join(site, twin)].some((file) => existsSync(file));
}

/** Everything that is still to be moved or removed. */
function* unfinishedOf(folders: Folders, gone: string, made: readonly string[]): Generator<BuiltFile> {
  for (const file of made)
    for (const path of linesOf(file))
      yield { digest: unfinished, kind: hasTwin(path, folders) ? 'page' : 'file', path };
  for (const record of readRecords(gone)) yield { ...record, digest: unfinished };
}

/** What is to be merged: the records of the new site, those of the old one, where files of both are claimed, and the paths that were made. */
export interface Merge {
  records: string;
  known: Digests;
  made: readonly string[];
}

/**
 * Moves the files that were made, and lie side by side, into the site and removes those that are no longer of it. Whatever it is killed at, the records
 * say of no file that it is finished when it is not, and the deploy list of the build that completes it has all of both. Returns how many files of the site differ from before.
 */
export function mergeSite({ site }: Pick<SiteBuild, 'site'>, places: Places, merge: Merge): number {
  const move = { staging: { folder: places.staging, isTree: false }, site };
  const gone = join(places.notes, 'gone');
  appendLines(gone, goneOf(places.records, merge.known), recordLine);
  const half = join(places.notes, 'interim');
  copyFileSync(places.records, half);
  appendLines(half, unfinishedOf(move, gone, merge.made), recordLine);
  renameSync(half, places.records);
  const deploy = join(places.notes, 'deploy');
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
