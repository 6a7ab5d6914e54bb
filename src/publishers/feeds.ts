import { ownSite } from '../catalogue/own-site.ts';
import { atom } from '../feeds/atom.ts';
import { catalogueFeeds, type FeedChange, feedChanges } from '../feeds/feed.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { asJson, type Publisher } from './publisher.ts';

/** The feeds that rest on the whole catalogue: everything that changed, and what changed at each level. */
export const feeds: Publisher<readonly FeedChange[]> = {
  id: 'feeds',
  kept: asJson(feedChanges),
  publish({ parts, site }, files) {
    if (site === undefined) return;
    const publication = { site, name: ownSite().name };
    for (const feed of catalogueFeeds(parts(), publication)) {
      files.put(new URL(feed.self.xml).pathname, atom(feed));
      files.put(new URL(feed.self.json).pathname, JSON.stringify(jsonFeed(feed)));
    }
  },
};
