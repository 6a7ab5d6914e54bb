import type { APIRoute, GetStaticPaths } from 'astro';
import { toolRecord } from '../../../../../api/tool-record.ts';
import { exposuresOf } from '../../../../_attacks.ts';
import { tools } from '../../../../_catalogue.ts';
import type { ToolPiece } from '../../../../_pieces.ts';
import { toolPaths, wholeTool } from '../../../../_routes.ts';

export const getStaticPaths: GetStaticPaths = () =>
  toolPaths(
    tools,
    ({ server, tool }) => ({ server, tool }),
    (piece) => [wholeTool(piece), piece.of.row.risk],
  );

export const GET: APIRoute<Pick<ToolPiece, 'server' | 'tool'>> = ({ props: { server, tool } }) =>
  Response.json(toolRecord(server, tool, exposuresOf));
