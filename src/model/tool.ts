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

/** Words that keep a place for a description, and what a page of a registry leaves where it found none. */
const placeholder =
  /^[^\p{L}\p{N}]*(?:(?:(?:(?:the|this) )?(?:tool|function|method) )?description(?: (?:is|was))? (?:(?:not|un)[ -]?(?:yet )?(?:available|provided|accessible|specified|found|supplied|set)|missing|pending)(?: via automated extraction)?|(?:no|missing|empty)(?: \w+)? description(?: (?:is |was )?(?:available|provided|found|given|supplied|set|yet))?|todo|tbd|n\/?a|none|null|undefined|description|tool|placeholder|to be (?:added|defined|written)|deploy server\b.{0,200}\btry in playground\b.{0,120})[^\p{L}\p{N}]*$/isu;

/** Placeholders are shorter, in UTF-16 units. */
const longestPlaceholder = 400;

/** True when the server says nothing about the tool in words: no description, or one that only keeps its place. */
export function isUndescribed({ description = '' }: ToolDefinition): boolean {
  const text = description.trim();
  return text === '' || (text.length <= longestPlaceholder && placeholder.test(text));
}
