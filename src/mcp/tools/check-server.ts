import { z } from 'zod';
import { serverAnswer } from '../answers.ts';
import { ServerAnswer } from '../shapes.ts';
import { catalogueTool, sought } from '../tool.ts';

export const checkServer = catalogueTool({
  name: 'check_server',
  title: 'Check a server',
  description:
    'Returns the rating of an MCP server in the catalogue: its tools by risk, the gravest ones, and how they are known.',
  input: z.object({ server: sought }),
  output: z.object({
    servers: z
      .array(ServerAnswer)
      .describe('Empty: the catalogue does not have it, and its risk is unknown.'),
  }),
  answer: async ({ server }, catalogue) => ({ servers: (await catalogue.find(server)).map(serverAnswer) }),
});
