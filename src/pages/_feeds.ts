import { ownSite } from '../catalogue/own-site.ts';
import { type Feed, serverFeed } from '../feeds/feed.ts';
import { servers } from './_catalogue.ts';

/** One feed for each server whose tools anybody has read, on a site that knows its address. */
export function serverFeeds(): { params: { server: string }; props: { feed: Feed } }[] {
  const address = import.meta.env.SITE;
  if (!URL.canParse(address)) return [];
  const publication = { site: new URL(address), name: ownSite().name };
  return servers.flatMap((server) => {
    const feed = serverFeed(server, publication);
    return feed === null ? [] : [{ params: { server: server.slug }, props: { feed } }];
  });
}
