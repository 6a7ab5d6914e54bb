import { z } from 'zod';
import { Category } from '../../model/categories.ts';
import { Risk } from '../../model/risks.ts';
import { shownName } from '../outside.ts';
import { ToolLine } from '../shapes.ts';
import { catalogueTool } from '../tool.ts';

/** Tools of one answer. */
const most = 50;

export const search = catalogueTool({
  name: 'search',
  title: 'Search the catalogue',
  description:
    'Searches the catalogue for MCP tools by words in their names, descriptions and the names of their servers.',
  input: z.object({
    words: z.string().max(200).describe('Words to look for.'),
    risks: z.array(Risk).default([]).describe('Only tools of these risks. Default: all.'),
    categories: z.array(Category).default([]).describe('Only tools of these categories. Default: all.'),
    limit: z.number().int().min(1).max(most).default(20),
  }),
  output: z.object({ tools: z.array(ToolLine) }),
  answer: async ({ limit, ...query }, catalogue) => {
    const tools = await catalogue.search({ ...query, most: limit });
    return { tools: tools.map((found) => ({ ...found, tool: shownName(found.tool) })) };
  },
});
