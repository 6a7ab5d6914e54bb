// The server that the clients call: it writes every call it gets into the file it is given.
import { appendFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

const [log = ''] = process.argv.slice(2);
const names = ['read_item', 'write_item', 'exec_item', 'delete_item', 'wipe_item'];

serveStdio(() => {
  const server = new McpServer({ name: 'stub', version: '1.0.0' });
  for (const name of names)
    server.registerTool(
      name,
      { description: `Does ${name}.`, inputSchema: z.object({ env: z.string().optional() }) },
      (given) => {
        appendFileSync(log, `${JSON.stringify([name, given])}\n`);
        return { content: [{ type: 'text', text: `${name} is done` }] };
      },
    );
  return server;
});
