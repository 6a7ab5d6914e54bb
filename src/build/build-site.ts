import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compiledSite } from './compiled.ts';
import { type Digests, emptyDigests, madeTwice, noteDigest } from './digests.ts';
import { appendLines } from './lines.ts';
import { mergeSite, replaceSite, restoreSite } from './merge.ts';
import { type Places, placesOf, type SiteBuild } from './places.ts';
import { appendFiles, countLines, linesOf, readRecords, recordLine, unfinished } from './records.ts';
import { told } from './space.ts';
import { stagedFiles } from './staged-files.ts';
import { openParts } from '../publishers/parts.ts';
import { openOutlines } from './outlines.ts';
import { makeFiles, makeOutlines, type Noted, type Work } from './workers.ts';

/** What a build did. */
export interface Built {
  /** Files that the site has, without twins and assets, and those of them that were made anew. */
  files: number;
  made: number;
  /** Files of the site that differ from before; null when all of it was made anew. */
  changed: number | null;
}

/** What the site was built from. A later record of a file, which is unfinished, counts. */
function knownDigests(records: string): Digests {
  const digests = emptyDigests(countLines([records]));
  for (const record of readRecords(records)) noteDigest(digests, record);
  return digests;
}

/** Looks that no two routes made the same file. Of those that the site has already, the table of them knows. */
function refuseTwice(made: readonly string[], count: number): void {
  const paths = emptyDigests(count);
  for (const file of made)
    for (const path of linesOf(file))
      if (!noteDigest(paths, { path, digest: unfinished })) throw madeTwice(path);
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Whether the site has the very styles and scripts that were compiled; pages made with others cannot stand beside it. */
const hasAssets = (site: string, staging: string): boolean =>
  namesIn(join(site, '_astro')).join() === namesIn(join(staging, '_astro')).join();

function* pagesOf(records: readonly string[]): Generator<string> {
  for (const file of records)
    for (const { kind, path } of readRecords(file))
      if (kind === 'page') yield `/${path.slice(0, -'index.html'.length)}`;
}

/** Has the rest published among the new files. */
async function publishRest(
  build: SiteBuild,
  places: Places,
  noted: Noted,
  { staging, known }: Pick<Work, 'staging' | 'known'>,
): Promise<Noted> {
  const taken = stagedFiles(staging, build.site, known);
  await build.publish(taken.files, () => pagesOf(noted.records), places.parts);
  const [records, made] = [join(places.notes, 'published-records'), join(places.notes, 'published-made')];
  appendLines(records, taken.records, recordLine);
  appendLines(made, taken.made, (path) => `${path}\n`);
  return { records: [...noted.records, records], made: [...noted.made, made] };
}

/** What threads made, and of what. */
interface Made {
  noted: Noted;
  work: Work;
  /** Whether the rest of the site stays. */
  isPart: boolean;
}

/** Has the outlines made and then all files that are no publisher's. What threads share for that goes when they have ended. */
async function makeByThreads(build: SiteBuild, places: Places): Promise<Made> {
  const shards = openOutlines(build.catalogue, places.outlines);
  openParts(places.parts, shards);
  const { catalogue, templates, threads, everything } = build;
  const bytes = shards.reduce((sum, name) => sum + statSync(join(catalogue, name)).size, 0);
  const all = threads(bytes, 'all');
  const outlining = { catalogue, templates, outlines: places.outlines, parts: places.parts, shards };
  const { bytes: looked, outlines } = await makeOutlines(outlining, all);
  const program = await compiledSite(build, places);
  const isPart = existsSync(places.records) && hasAssets(build.site, places.staging);
  const known = isPart ? knownDigests(places.records) : emptyDigests(0);
  const staging = { folder: places.staging, isTree: !isPart };
  const work = { program, staging, known, everything };
  const making = isPart ? threads(looked, 'changed') : all;
  return { noted: await makeFiles(work, { outlines, notes: places.notes }, making), work, isPart };
}

async function buildInto(build: SiteBuild, places: Places): Promise<Built> {
  const { noted: byThreads, work, isPart } = await makeByThreads(build, places);
  const noted = await publishRest(build, places, byThreads, work);
  const [files, made] = [countLines(noted.records), countLines(noted.made)];
  refuseTwice(noted.made, made);
  const records = join(places.notes, 'records');
  appendFiles(records, noted.records);
  const { known } = work;
  if (isPart) return { files, made, changed: mergeSite(build, places, { records, known, made: noted.made }) };
  replaceSite(build, places, records);
  return { files, made, changed: null };
}

/**
 * Builds a site: only the files that are missing or rest on something that changed, in as many threads; the result is byte for byte
 * what `astro build` makes. Killed at any moment, it leaves a site whose next build completes it.
 * @throws UserError when the disk is full; then the site is as it was before, or its next build completes it.
 */
export async function buildSite(build: SiteBuild): Promise<Built> {
  const places = placesOf(build);
  const remains = [places.staging, places.notes];
  const clear = (): void => {
    for (const folder of remains) rmSync(folder, { recursive: true, force: true });
  };
  clear();
  restoreSite(build, places);
  mkdirSync(places.notes, { recursive: true });
  try {
    return await buildInto(build, places);
  } catch (error) {
    throw told(error);
  } finally {
    clear();
  }
}
