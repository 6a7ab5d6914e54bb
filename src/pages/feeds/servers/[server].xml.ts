import type { APIRoute } from 'astro';
import { atom } from '../../../feeds/atom.ts';
import type { CatalogueServer } from '../../../model/server.ts';
import { feedPaths, printedFeed } from '../../_feeds.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) => printedFeed(props.server, atom);
