import { ownSite } from '../catalogue/own-site.ts';
import { type Feed, type Publication, serverFeed } from '../feeds/feed.ts';
import type { CatalogueServer } from '../model/server.ts';
import { serverFeedLink } from '../view/feed-link.ts';
import { pieces } from './_catalogue.ts';
import type { ServerPiece } from './_pieces.ts';
import { serverPaths } from './_routes.ts';

const address = import.meta.env.SITE;

/** Null on a site that does not know its address, which has no feeds. */
const publication: Publication | null = URL.canParse(address)
  ? { site: new URL(address), name: ownSite().name }
  : null;

/** Whether a server has a feed. One that lists tools is not read for that. */
const hasFeed = (piece: ServerPiece): boolean => piece.size > 0 || serverFeedLink(piece.server) !== null;

/** One feed for each server whose tools anybody has read. */
export const feedPaths = () => (publication === null ? [] : serverPaths(pieces.servers.filter(hasFeed)));

/** The feed of a server as it is printed; there is none where nobody has read its tools. */
export function printedFeed(server: CatalogueServer, print: (feed: Feed) => string): Response {
  const feed = publication === null ? null : serverFeed(server, publication);
  return feed === null ? new Response(null, { status: 404 }) : new Response(print(feed));
}
