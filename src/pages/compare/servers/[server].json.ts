import type { APIRoute } from 'astro';
import type { CatalogueServer } from '../../../model/server.ts';
import { serverCard } from '../../../view/server-card.ts';
import { servers } from '../../_catalogue.ts';

export function getStaticPaths() {
  return servers.map((server) => ({ params: { server: server.slug }, props: { server } }));
}

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  Response.json(serverCard(props.server));
