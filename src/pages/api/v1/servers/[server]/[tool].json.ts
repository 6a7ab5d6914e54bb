import type { APIRoute, GetStaticPaths } from 'astro';
import { toolRecord } from '../../../../../api/tool-record.ts';
import { exposuresOf } from '../../../../_attacks.ts';
import { tools } from '../../../../_catalogue.ts';
import { toolPaths, wholeTool } from '../../../../_routes.ts';
import type { Listed } from '../../../../../view/tool-row.ts';

export const getStaticPaths: GetStaticPaths = () =>
  toolPaths(tools, (piece) => [wholeTool(piece), piece.of.row.risk]);

export const GET: APIRoute<Listed> = ({ props: { server, tool } }) =>
  Response.json(toolRecord(server, tool, exposuresOf));
