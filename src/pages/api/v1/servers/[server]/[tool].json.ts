import type { APIRoute, GetStaticPaths } from 'astro';
import { toolRecord } from '../../../../../api/tool-record.ts';
import { exposuresOf } from '../../../../_attacks.ts';
import { tools } from '../../../../_catalogue.ts';
import type { Listed } from '../../../../../view/tool-row.ts';

export const getStaticPaths: GetStaticPaths = () =>
  tools.map(({ server, tool }) => ({
    params: { server: server.slug, tool: tool.slug },
    props: { server, tool },
  }));

export const GET: APIRoute<Listed> = ({ props: { server, tool } }) =>
  Response.json(toolRecord(server, tool, exposuresOf));
