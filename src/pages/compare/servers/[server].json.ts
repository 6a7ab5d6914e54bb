import type { APIRoute } from 'astro';
import type { CatalogueServer } from '../../../model/server.ts';
import { serverCard } from '../../../view/server-card.ts';
import { pieces } from '../../_catalogue.ts';
import { ratedServer, serverPaths } from '../../_routes.ts';

export function getStaticPaths() {
  return serverPaths(pieces.servers, ratedServer);
}

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  Response.json(serverCard(props.server));
