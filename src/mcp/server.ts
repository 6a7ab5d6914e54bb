import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import type { Consulted } from '../consult/consulted.ts';
import { oneLine } from '../model/display.ts';
import { UserError } from '../terminal/command.ts';
import { notice } from './outside.ts';
import { registerResources } from './resources.ts';
import type { AnyCatalogueTool } from './tool.ts';
import { tools } from './tools.ts';

/** How long what the server lists keeps, in milliseconds: it changes only with another version of the program. */
const listsKeep = { ttlMs: 24 * 60 * 60_000, cacheScope: 'public' } as const;

const instructions = `Answers from a catalogue of MCP tools and how grave their risk is. It describes and does not certify: what it
does not know has an unknown risk. ${notice}`;

/** What went wrong, as a result: the caller can do something about it. */
function failed(error: unknown): CallToolResult {
  if (!(error instanceof UserError || error instanceof RangeError)) throw error;
  return { isError: true, content: [{ type: 'text', text: oneLine(error.message, 500) }] };
}

async function call(tool: AnyCatalogueTool, given: unknown, catalogue: Consulted): Promise<CallToolResult> {
  try {
    const structuredContent = await tool.answer(given, catalogue);
    const text = `${notice}\n\n${JSON.stringify(structuredContent)}`;
    return { content: [{ type: 'text', text }], structuredContent };
  } catch (error) {
    return failed(error);
  }
}

/** The server over a catalogue. One is made for each connection, or for each request over HTTP; all share the catalogue. */
export function catalogueServer(version: string, catalogue: Consulted): McpServer {
  const cacheHints = {
    ...{ 'tools/list': listsKeep, 'resources/list': listsKeep, 'resources/templates/list': listsKeep },
    'server/discover': listsKeep,
  };
  const server = new McpServer({ name: 'placard', title: 'Placard', version }, { instructions, cacheHints });
  const annotations = {
    ...{ readOnlyHint: true, destructiveHint: false, idempotentHint: true },
    openWorldHint: catalogue.isRemote,
  };
  for (const tool of tools) {
    const { name, title, description, input: inputSchema, output: outputSchema } = tool;
    const facts = { title, description, inputSchema, outputSchema, annotations };
    server.registerTool(name, facts, (given) => call(tool, given, catalogue));
  }
  registerResources(server, catalogue);
  return server;
}
