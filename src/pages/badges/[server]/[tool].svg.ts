import type { APIRoute } from 'astro';
import { toolBadge } from '../../../api/badge.ts';
import { badgePicture } from '../../../api/badge-picture.ts';
import { visible } from '../../../model/display.ts';
import type { Listed } from '../../../view/tool-row.ts';
import { tools } from '../../_catalogue.ts';

export function getStaticPaths() {
  return tools.map(({ server, tool }) => ({
    params: { server: server.slug, tool: tool.slug },
    props: { server, tool },
  }));
}

export const GET: APIRoute<Listed> = ({ props: { tool } }) =>
  new Response(badgePicture(toolBadge(tool), visible(tool.definition.name)));
