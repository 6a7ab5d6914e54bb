import type { APIRoute } from 'astro';

import type { Feed } from '../../../feeds/feed.ts';
import { jsonFeed } from '../../../feeds/json-feed.ts';
import { serverFeeds } from '../../_feeds.ts';

export const getStaticPaths = serverFeeds;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => Response.json(jsonFeed(props.feed));
