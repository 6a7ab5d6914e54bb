import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownSite } from '../catalogue/own-site.ts';
import { atom } from '../feeds/atom.ts';
import { catalogueFeeds, type Feed } from '../feeds/feed.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import type { Publisher } from './publisher.ts';

function write(folder: string, feed: Feed): void {
  const fileOf = (address: string): string => join(folder, new URL(address).pathname);
  mkdirSync(dirname(fileOf(feed.self.xml)), { recursive: true });
  writeFileSync(fileOf(feed.self.xml), atom(feed));
  writeFileSync(fileOf(feed.self.json), JSON.stringify(jsonFeed(feed)));
}

/** The feeds that rest on the whole catalogue: everything that changed, and what changed at each level. */
export const feeds: Publisher = {
  id: 'feeds',
  publish(from, folder) {
    if (from.site === undefined) return Promise.resolve();
    const publication = { site: from.site, name: ownSite().name };
    for (const feed of catalogueFeeds(from.servers(), publication)) write(folder, feed);
    return Promise.resolve();
  },
};
