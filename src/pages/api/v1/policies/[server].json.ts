import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogueServer } from '../../../../model/server.ts';
import { policiesOf } from '../../../../view/policies-page.ts';
import { pieces } from '../../../_catalogue.ts';
import { serverPaths } from '../../../_routes.ts';

export const getStaticPaths: GetStaticPaths = () =>
  serverPaths(pieces.servers.filter(({ size }) => size > 0));

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  Response.json(policiesOf(props.server));
