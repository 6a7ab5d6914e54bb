import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBySlug } from '../catalogue/by-slug.ts';
import { ownCeiling } from '../catalogue/own-site.ts';
import { shardTexts } from '../catalogue/read.ts';
import { lastChanges, sitemap } from '../view/files/sitemap.ts';
import type { Published } from './publisher.ts';
import { publishers } from './publishers.ts';

/**
 * Makes what needs all pages, whoever made them: what the publishers make and, on a site that knows its address, the list of
 * its pages, from the files of the folder `catalogue`. Everything is written below `folder`.
 */
export async function publishSite(
  { catalogue, site }: { catalogue: string; site: URL | undefined },
  pages: () => Iterable<string>,
  folder: string,
): Promise<void> {
  const from: Published = {
    servers: openBySlug(catalogue),
    shards: () => shardTexts(catalogue),
    site,
    ceiling: ownCeiling(),
  };
  for (const publisher of publishers) await publisher.publish(from, folder);
  if (site === undefined) return;
  for (const { path, text } of sitemap([...pages()], lastChanges(from.servers()), site)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
