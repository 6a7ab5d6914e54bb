import type { APIRoute } from 'astro';
import { toolBadge } from '../../../api/badge.ts';
import { badgePicture } from '../../../api/badge-picture.ts';
import { visible } from '../../../model/display.ts';
import type { Listed } from '../../../view/tool-row.ts';
import { tools } from '../../_catalogue.ts';
import { ratedTool, toolPaths } from '../../_routes.ts';

export function getStaticPaths() {
  return toolPaths(tools, ratedTool);
}

export const GET: APIRoute<Listed> = ({ props: { tool } }) =>
  new Response(badgePicture(toolBadge(tool), visible(tool.definition.name)));
