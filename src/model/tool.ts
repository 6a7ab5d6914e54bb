import { z } from 'zod';
import { JsonObject } from './json.ts';
import { limits } from './limits.ts';

/** The author's own hints. Untrusted: shown beside our verdict, never used to lower it. */
export const ToolAnnotations = z.looseObject({
  title: z.string().optional(),
  readOnlyHint: z.boolean().optional(),
  destructiveHint: z.boolean().optional(),
  idempotentHint: z.boolean().optional(),
  openWorldHint: z.boolean().optional(),
});

/** A tool as its server sent it in tools/list (MCP 2025-11-25), unknown fields kept. */
export const ToolDefinition = z.looseObject({
  name: z.string().min(1).max(limits.toolName),
  title: z.string().optional(),
  description: z.string().optional(),
  inputSchema: JsonObject.optional(),
  outputSchema: JsonObject.optional(),
  annotations: ToolAnnotations.optional(),
});
export type ToolDefinition = z.infer<typeof ToolDefinition>;

/** What a judge may know of the server behind a tool. */
export const ServerContext = z.object({ name: z.string().min(1), description: z.string().optional() });
export type ServerContext = z.infer<typeof ServerContext>;

/** One tool to be judged. The unit is one call, as the definition states it. */
export const Subject = z.object({ server: ServerContext, tool: ToolDefinition });
export type Subject = z.infer<typeof Subject>;

/** True when the server says nothing about the tool in words. */
export function isUndescribed(tool: ToolDefinition): boolean {
  return (tool.description ?? '').trim() === '';
}
