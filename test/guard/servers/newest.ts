// A server of the newest generation of the official SDK: it counts, asks, reports progress and sees cancellation.
import { setTimeout } from 'node:timers/promises';
import { inputRequired, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

const text = (said: string) => ({ content: [{ type: 'text' as const, text: said }] });
let calls = 0;
let cancelled = 0;
let prompts = 0;

function newest(): McpServer {
  const server = new McpServer({ name: 'newest', version: '1.0.0' });
  server.registerTool('count', { description: 'Counts its calls.', inputSchema: z.object({}) }, () =>
    text(String((calls += 1))),
  );
  server.registerTool(
    'progress',
    { description: 'Reports.', inputSchema: z.object({}) },
    async (_given, context) => {
      const progressToken = context.mcpReq._meta?.progressToken;
      if (progressToken !== undefined)
        await context.mcpReq.notify({
          method: 'notifications/progress',
          params: { progressToken, progress: 1, total: 2, message: 'half way' },
        });
      await setTimeout(50); // a client may drop progress that comes with the answer
      return text('reported');
    },
  );
  server.registerTool(
    'wait',
    { description: 'Waits for ever.', inputSchema: z.object({}) },
    (_given, context) =>
      new Promise((resolve) => {
        context.mcpReq.signal.addEventListener('abort', () => {
          cancelled += 1;
          resolve(text('cancelled'));
        });
      }),
  );
  server.registerTool('cancelled', { description: 'Counts cancellations.', inputSchema: z.object({}) }, () =>
    text(String(cancelled)),
  );
  server.registerTool('ask', { description: 'Asks back.', inputSchema: z.object({}) }, (_given, context) => {
    const answer = context.mcpReq.inputResponses?.colour;
    if (answer !== undefined) return text(`answered ${JSON.stringify(answer)} ${String((calls += 1))}`);
    const requestedSchema = {
      type: 'object' as const,
      properties: { colour: { type: 'string' as const } },
      required: ['colour'],
    };
    return inputRequired({
      inputRequests: { colour: inputRequired.elicit({ message: 'Which colour?', requestedSchema }) },
      requestState: 'the state of the server',
    });
  });
  const more = { description: 'Makes one more prompt.', inputSchema: z.object({}) };
  server.registerTool('more', more, () => {
    server.registerPrompt(`more ${(prompts += 1)}`, { description: 'More.' }, () => ({ messages: [] }));
    return text('more');
  });
  server.registerPrompt('greeting', { description: 'Greets.' }, () => ({
    messages: [{ role: 'user', content: { type: 'text', text: 'Hello' } }],
  }));
  return server;
}

serveStdio(newest);
