import { z } from 'zod';
import { serverRecord } from '../../api/server-record.ts';
import { StackServer } from '../../model/stack.ts';
import { analyse } from '../../stack/analysis.ts';
import type { PlacedTool } from '../../stack/stack.ts';
import { combinationWords } from '../../view/sentences/combinations.ts';
import { byRisk, serverAnswer } from '../answers.ts';
import { shownName } from '../outside.ts';
import { StackAnswer, type ToolLine } from '../shapes.ts';
import { catalogueTool, sought } from '../tool.ts';

/** Servers of one question. */
const most = 30;

const placedLine = ({ server, tool }: PlacedTool): ToolLine => ({
  ...{ server, tool: shownName(tool.name), category: tool.category, risk: tool.risk },
  page: tool.page ?? '',
});

export const checkStack = catalogueTool({
  name: 'check_stack',
  title: 'Check servers together',
  description:
    'Returns how the tools of several MCP servers of the catalogue combine: ratings, chains across servers, name collisions and token count.',
  input: z.object({ servers: z.array(sought).min(1).max(most) }),
  output: StackAnswer,
  answer: async ({ servers: asked }, catalogue) => {
    const found = await Promise.all(
      asked.map(async (each) => ({ each, servers: await catalogue.find(each) })),
    );
    const all = found.flatMap(({ servers }) => servers);
    const servers = [...new Map(all.map((server) => [server.id, server])).values()];
    const members = servers.map((server) => ({
      alias: server.slug,
      server: StackServer.parse(serverRecord(server)),
    }));
    const { tools, unknown, tokens, chains, denials, collisions } = analyse(members);
    return {
      servers: servers.map(serverAnswer),
      missing: found.filter(({ servers: none }) => none.length === 0).map(({ each }) => shownName(each)),
      unlisted: unknown,
      byRisk: byRisk(tools.map(({ tool }) => tool.risk)),
      tokens,
      chains: chains.map(({ id, servers: involved }) => ({ ...combinationWords[id], servers: involved })),
      denials: denials.map(placedLine),
      collisions: collisions.map(({ tools: same }) => same.map(placedLine)),
    };
  },
});
