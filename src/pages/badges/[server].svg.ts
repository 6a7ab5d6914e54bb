import type { APIRoute } from 'astro';
import { serverBadge } from '../../api/badge.ts';
import { badgePicture } from '../../api/badge-picture.ts';
import { visible } from '../../model/display.ts';
import type { CatalogueServer } from '../../model/server.ts';
import { pieces } from '../_catalogue.ts';
import { ratedServer, serverPaths } from '../_routes.ts';

export function getStaticPaths() {
  return serverPaths(pieces.servers, ratedServer);
}

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props: { server } }) =>
  new Response(badgePicture(serverBadge(server), visible(server.name)));
