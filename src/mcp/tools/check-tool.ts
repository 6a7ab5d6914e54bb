import { z } from 'zod';
import { toolAnswer } from '../answers.ts';
import { ToolAnswer } from '../shapes.ts';
import { catalogueTool, sought } from '../tool.ts';

export const checkTool = catalogueTool({
  name: 'check_tool',
  title: 'Check a tool',
  description:
    'Returns the rating of one tool of an MCP server in the catalogue: category, risk, what its definition shows, and the recommended decision.',
  input: z.object({
    server: sought,
    tool: z.string().min(1).max(256).describe("The tool's name, as its server spells it."),
  }),
  output: z.object({
    tools: z
      .array(ToolAnswer)
      .describe('Empty: the catalogue does not have the server or the tool, and the risk is unknown.'),
  }),
  answer: async ({ server, tool: name }, catalogue) => {
    const servers = await catalogue.find(server);
    return {
      tools: servers.flatMap((found) =>
        found.tools
          .filter(({ definition, slug }) => definition.name === name || slug === name)
          .map((tool) => toolAnswer(found, tool)),
      ),
    };
  },
});
