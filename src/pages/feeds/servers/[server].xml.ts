import type { APIRoute } from 'astro';
import { atom } from '../../../feeds/atom.ts';
import type { Feed } from '../../../feeds/feed.ts';

import { serverFeeds } from '../../_feeds.ts';

export const getStaticPaths = serverFeeds;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) => new Response(atom(props.feed));
