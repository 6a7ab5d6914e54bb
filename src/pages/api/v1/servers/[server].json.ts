import type { APIRoute, GetStaticPaths } from 'astro';
import { serverRecord } from '../../../../api/server-record.ts';
import type { CatalogueServer } from '../../../../model/server.ts';
import { servers } from '../../../_catalogue.ts';

export const getStaticPaths: GetStaticPaths = () =>
  servers.map((server) => ({ params: { server: server.slug }, props: { server } }));

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  Response.json(serverRecord(props.server));
