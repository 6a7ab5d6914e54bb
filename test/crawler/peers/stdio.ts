// A server over standard input and output, built with the SDK generation that its first argument names.
import { McpServer as EarlierServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

const about = { name: 'shelf', version: '1.2.3', title: 'The shelf' };
const lookUp = { description: 'Looks a book up.', inputSchema: z.object({ isbn: z.string() }) };
const answer = () => ({ content: [] });

/** A private list with a lifetime is its author's own word, not the SDK's default. */
const cacheScope = process.argv[3] === 'private' ? 'private' : 'public';

function serveNewest(legacy: 'serve' | 'reject'): void {
  serveStdio(
    () => {
      const server = new McpServer(about, {
        instructions: 'Read.',
        cacheHints: { 'tools/list': { ttlMs: 5, cacheScope } },
      });
      server.registerTool('look-up', lookUp, answer);
      return server;
    },
    { legacy },
  );
}

async function serveEarlier(): Promise<void> {
  const server = new EarlierServer(about, { instructions: 'Read.' });
  server.registerTool('look-up', { ...lookUp, inputSchema: lookUp.inputSchema.shape }, answer);
  await server.connect(new StdioServerTransport());
}

const generation = process.argv[2];
if (generation === 'earlier') await serveEarlier();
else serveNewest(generation === 'newest-only' ? 'reject' : 'serve');
