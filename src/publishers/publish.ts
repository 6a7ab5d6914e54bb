import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inHome } from '../catalogue/folder.ts';
import { openShard } from '../catalogue/lines.ts';
import { ownCeiling } from '../catalogue/own-site.ts';
import { shardNames } from '../catalogue/sums.ts';
import { locations } from '../model/locations.ts';
import { digestOfParts, keepParts, keptParts, openParts } from './parts.ts';
import type { Published, SiteFiles } from './publisher.ts';
import { publishers } from './publishers.ts';

/** What a site is published from: the folder of the catalogue, its own address, the paths of its pages. */
export type Source = Pick<Published<unknown>, 'catalogue' | 'site' | 'pages'>;

/** Makes what needs all pages, whoever made them, from the parts of servers that stand in a folder. */
export async function publishParts(source: Source, parts: string, files: SiteFiles): Promise<void> {
  const from = { ...source, ceiling: ownCeiling(), digest: digestOfParts(parts) };
  for (const publisher of publishers)
    await publisher.publish({ ...from, parts: () => keptParts(parts, publisher) }, files);
}

/** The same for a site that is made as a whole: nothing is kept for the next one. */
export async function publishSite(source: Source, files: SiteFiles): Promise<void> {
  const state = resolve(inHome(locations.state));
  mkdirSync(state, { recursive: true });
  const parts = mkdtempSync(join(state, 'parts-'));
  const shards = shardNames(source.catalogue);
  try {
    openParts(parts, shards);
    for (const name of shards) keepParts(openShard(source.catalogue, name), parts, '');
    await publishParts(source, parts, files);
  } finally {
    rmSync(parts, { recursive: true, force: true });
  }
}
