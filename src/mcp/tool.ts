import { z } from 'zod';
import type { Consulted } from '../consult/consulted.ts';

/** One tool of the server: one file in tools/, one line in tools.ts. It reads the catalogue and nothing else. */
export interface CatalogueTool<Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  /** @throws UserError or RangeError with a sentence for the caller. */
  answer(given: z.infer<Input>, catalogue: Consulted): Promise<z.infer<Output>>;
}

/** A tool of which its own file alone knows the shapes. */
export interface AnyCatalogueTool extends Omit<CatalogueTool<z.ZodObject, z.ZodObject>, 'answer'> {
  answer(given: unknown, catalogue: Consulted): Promise<Record<string, unknown>>;
}

/** The tool with its input held against its shape. */
export function catalogueTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: CatalogueTool<Input, Output>,
): AnyCatalogueTool {
  return {
    ...tool,
    answer: async (given, catalogue) =>
      tool.output.parse(await tool.answer(tool.input.parse(given), catalogue)),
  };
}

/** How a server is named in a question. */
export const sought = z
  .string()
  .min(1)
  .max(500)
  .describe('A package (npm:NAME, pypi:NAME, an image), a web address, a repository, or a slug or name.');
