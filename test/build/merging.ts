import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { claimedDigest, type Digests, digestOf, emptyDigests, noteDigest } from '../../src/build/digests.ts';
import { mergeSite, replaceSite, restoreSite } from '../../src/build/merge.ts';
import { stagedPlace } from '../../src/build/staging.ts';
import { placesOf } from '../../src/build/places.ts';
import { type BuiltFile, filesOf, readRecords, recordLine } from '../../src/build/records.ts';

/** Two states of a site: a page changes, one loses its twin, one goes with its folder, one comes, a file changes. */
export const before: Readonly<Record<string, string>> = {
  'index.html': 'home',
  'index.md': 'home twin',
  'a/index.html': 'a',
  'a/index.md': 'a twin',
  'gone/deep/index.html': 'gone',
  'gone/deep/index.md': 'gone twin',
  'data.json': '1',
  'same.json': 'same',
};
export const after: Readonly<Record<string, string>> = {
  'index.html': 'another home',
  'index.md': 'another home twin',
  'a/index.html': 'another a',
  'new/index.html': 'new',
  'new/index.md': 'new twin',
  'data.json': '2',
  'same.json': 'same',
};

/** What has to be uploaded and deleted between them, in any order. */
export const difference = [
  ...['put index.html', 'put index.md', 'put a/index.html', 'delete a/index.md'],
  ...['put new/index.html', 'put new/index.md', 'put data.json'],
  ...['delete gone/deep/index.html', 'delete gone/deep/index.md'],
].sort();

const isTwin = (path: string): boolean => path.endsWith('.md');

const recordsOf = (site: typeof before): BuiltFile[] =>
  Object.keys(site)
    .filter((path) => !isTwin(path))
    .map((path) => ({
      path,
      kind: path.endsWith('.html') ? 'page' : 'file',
      digest: digestOf(`${path} ${site[path] ?? ''}`),
    }));

function digestsOf(records: Iterable<BuiltFile>): Digests {
  const digests = emptyDigests(100);
  for (const record of records) noteDigest(digests, record);
  return digests;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const stateIn = (root: string): string => join(root, 'state');
const placesIn = (root: string, templates = 'the same') => placesOf({ state: stateIn(root), templates });

/** Puts a site in its first state below a folder. */
export function firstSite(root: string): void {
  for (const [path, text] of Object.entries(before)) write(join(root, 'site', path), text);
  write(placesIn(root).records, recordsOf(before).map(recordLine).join(''));
}

/** Makes of the second state what is not known to be there, as a build does, and merges it. */
export function merged(root: string): void {
  const places = placesIn(root);
  for (const folder of [places.staging, places.notes]) rmSync(folder, { recursive: true, force: true });
  const known = digestsOf(readRecords(places.records));
  const records = recordsOf(after);
  const made = records.filter(({ path, digest }) => claimedDigest(known, path) !== digest);
  for (const path of made.flatMap(filesOf))
    if (after[path] !== undefined)
      write(stagedPlace({ folder: places.staging, isTree: false }, path), after[path]);
  const noted = { records: join(places.notes, 'records'), made: join(places.notes, 'made') };
  write(noted.records, records.map(recordLine).join(''));
  write(noted.made, made.map(({ path }) => `${path}\n`).join(''));
  mergeSite({ site: join(root, 'site') }, places, {
    ...{ records: noted.records, known, made: [noted.made] },
  });
}

/** Does what a build does first after one that was killed. */
export function restored(root: string): void {
  restoreSite({ site: join(root, 'site') }, placesIn(root, 'others'));
}

/** Makes all of the second state with other templates, unless they have made it already, and puts it in the place of the first, as a build does. */
export function replaced(root: string): void {
  const places = placesIn(root, 'others');
  const [site, records] = [join(root, 'site'), join(places.notes, 'records')];
  for (const folder of [places.staging, places.notes]) rmSync(folder, { recursive: true, force: true });
  restored(root);
  if (existsSync(places.records)) return;
  for (const [path, text] of Object.entries(after)) write(join(places.staging, path), text);
  write(records, recordsOf(after).map(recordLine).join(''));
  replaceSite({ site, state: stateIn(root) }, places, records);
}

/** What stands in the folder of the state, sorted. */
export const stateOf = (root: string): string[] => readdirSync(stateIn(root)).sort();

/** The lines of the deploy list, sorted; none while there is none. */
export function deployList(root: string): string[] {
  const { deploy } = placesIn(root);
  return existsSync(deploy) ? readFileSync(deploy, 'utf8').split('\n').filter(Boolean).sort() : [];
}
