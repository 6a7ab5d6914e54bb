import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Digests, emptyDigests, noteDigest } from '../../../src/build/digests.ts';
import { appendLines } from '../../../src/build/lines.ts';
import { mergeSite, replaceSite } from '../../../src/build/merge.ts';
import { stagedPlace } from '../../../src/build/staging.ts';
import { type Places, placesOf } from '../../../src/build/places.ts';
import { type BuiltFile, readRecords, recordLine } from '../../../src/build/records.ts';

/** What the pages of tools are called among the parts of a site and in the names of their steps. */
export const toolPages = 'tool pages';

/** Some files of a site, with records and a merge of their own, so that what they take can be told apart. */
export interface SitePart {
  name: string;
  site: string;
  state: string;
  places: Places;
  /** What the last build made these files from. */
  known: Digests;
  /** What this one makes them from, and the paths that it made. */
  records: BuiltFile[];
  made: string[];
}

function digestsOf(records: readonly BuiltFile[]): Digests {
  const digests = emptyDigests(records.length);
  for (const record of records) noteDigest(digests, record);
  return digests;
}

/** The part of this name in a folder as the last build left it, empty before the first. */
export function openPart(folder: string, name: string): SitePart {
  const [site, state] = [join(folder, `${name} site`), join(folder, `${name} state`)];
  const places = placesOf({ state, templates: 'steps' });
  for (const each of [places.staging, places.notes]) mkdirSync(each, { recursive: true });
  const known = digestsOf([...readRecords(places.records)]);
  return { name, site, state, places, known, records: [], made: [] };
}

/** Puts a file among those to be merged. */
export function stageFile({ places }: SitePart, path: string, content: Uint8Array | string): void {
  const file = stagedPlace({ folder: places.staging, isTree: !existsSync(places.records) }, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Merges what was made into the part's site as a build does, and clears what a build clears. */
export function mergePart(part: SitePart): void {
  const { places, known } = part;
  const [records, made] = [join(places.notes, 'records'), join(places.notes, 'made')];
  appendLines(records, part.records, recordLine);
  appendLines(made, part.made, (path) => `${path}\n`);
  if (existsSync(places.records)) mergeSite(part, places, { records, known, made: [made] });
  else replaceSite(part, places, records);
  for (const each of [places.staging, places.notes]) rmSync(each, { recursive: true, force: true });
}
