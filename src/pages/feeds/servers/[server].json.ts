import type { APIRoute } from 'astro';
import { jsonFeed } from '../../../feeds/json-feed.ts';
import type { CatalogueServer } from '../../../model/server.ts';
import { feedPaths, printedFeed } from '../../_feeds.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  printedFeed(props.server, (feed) => JSON.stringify(jsonFeed(feed)));
