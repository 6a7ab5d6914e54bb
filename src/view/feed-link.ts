import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { serverChanges } from './changes.ts';

/** Where the feed of a page stands, for programs that look for one. It is there on sites that know their address. */
export interface FeedLink {
  title: string;
  atom: string;
  json: string;
}

/** The feed of everything that changes. */
export const changesFeed: FeedLink = {
  title: 'Changes of MCP tools',
  atom: paths.feed('xml'),
  json: paths.feed('json'),
};

/** The feed of one level. */
export function riskFeedLink(risk: Risk): FeedLink {
  return {
    title: `Changes at risk level ${risk}`,
    atom: paths.riskFeed(risk, 'xml'),
    json: paths.riskFeed(risk, 'json'),
  };
}

/** The feed of one server; null for one whose tools nobody has read. */
export function serverFeedLink(server: CatalogueServer): FeedLink | null {
  if (serverChanges(server).length === 0) return null;
  return {
    title: `Changes of ${visible(server.name)}`,
    atom: paths.serverFeed(server.slug, 'xml'),
    json: paths.serverFeed(server.slug, 'json'),
  };
}
