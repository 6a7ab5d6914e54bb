import type { APIRoute } from 'astro';
import { toolBadge } from '../../../api/badge.ts';
import type { CatalogueTool } from '../../../model/server.ts';
import { tools } from '../../_catalogue.ts';
import { ratedTool, toolPaths } from '../../_routes.ts';

export function getStaticPaths() {
  return toolPaths(tools, ({ tool }) => ({ tool }), ratedTool);
}

export const GET: APIRoute<{ tool: CatalogueTool }> = ({ props: { tool } }) =>
  Response.json(toolBadge(tool).badge);
