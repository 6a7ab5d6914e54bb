import type { APIRoute } from 'astro';
import { toolBadge } from '../../../api/badge.ts';
import type { Listed } from '../../../view/tool-row.ts';
import { tools } from '../../_catalogue.ts';
import { ratedTool, toolPaths } from '../../_routes.ts';

export function getStaticPaths() {
  return toolPaths(tools, ratedTool);
}

export const GET: APIRoute<Listed> = ({ props: { tool } }) => Response.json(toolBadge(tool).badge);
