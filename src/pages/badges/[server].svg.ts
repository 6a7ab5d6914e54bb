import type { APIRoute } from 'astro';
import { serverBadge } from '../../api/badge.ts';
import { badgePicture } from '../../api/badge-picture.ts';
import { visible } from '../../model/display.ts';
import type { CatalogueServer } from '../../model/server.ts';
import { servers } from '../_catalogue.ts';

export function getStaticPaths() {
  return servers.map((server) => ({ params: { server: server.slug }, props: { server } }));
}

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props: { server } }) =>
  new Response(badgePicture(serverBadge(server), visible(server.name)));
