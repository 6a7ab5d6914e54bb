import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lastChanges, sitemap } from '../view/files/sitemap.ts';
import type { Published } from './publisher.ts';
import { publishers } from './publishers.ts';

/**
 * Makes what needs all pages, whoever made them: what the publishers make and, on a site that knows its address, the list of
 * its pages. Everything is written below `folder`.
 */
export async function publishSite(
  from: Published,
  pages: () => Iterable<string>,
  folder: string,
): Promise<void> {
  for (const publisher of publishers) await publisher.publish(from, folder);
  if (from.site === undefined) return;
  for (const { path, text } of sitemap([...pages()], lastChanges(from.servers()), from.site)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
