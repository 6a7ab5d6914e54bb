import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogueServer } from '../../../../model/server.ts';
import { policiesOf } from '../../../../view/policies-page.ts';
import { servers } from '../../../_catalogue.ts';

export const getStaticPaths: GetStaticPaths = () =>
  servers
    .filter(({ tools }) => tools.length > 0)
    .map((server) => ({ params: { server: server.slug }, props: { server } }));

export const GET: APIRoute<{ server: CatalogueServer }> = ({ props }) =>
  Response.json(policiesOf(props.server));
