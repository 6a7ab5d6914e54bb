import type { APIRoute, GetStaticPaths } from 'astro';
import { serverRecord } from '../../../../api/server-record.ts';
import type { CatalogueServer } from '../../../../model/server.ts';
import { pieces } from '../../../_catalogue.ts';
import { serverPaths } from '../../../_routes.ts';

export const getStaticPaths: GetStaticPaths = () => serverPaths(pieces.servers);

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  Response.json(serverRecord(props.server));
