import { once } from 'node:events';
import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  type McpServerFactory,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { limits } from '../model/limits.ts';
import { UserError } from '../terminal/command.ts';
import type { ListenAddress } from '../terminal/listener.ts';
import type { Progress } from '../terminal/progress.ts';

/** Where the endpoint is. */
export const endpoint = '/mcp';

const untilAborted = (signal: AbortSignal): Promise<unknown> =>
  signal.aborted ? Promise.resolve() : once(signal, 'abort');

/** Serves one client over standard input and output, until it closes them or the signal aborts. */
export async function serveOverStdio(factory: McpServerFactory, signal: AbortSignal): Promise<void> {
  const transport = new StdioServerTransport(process.stdin, process.stdout, {
    maxBufferSize: limits.mcpMessageBytes,
  });
  const handle = serveStdio(factory, { transport });
  await Promise.race([once(process.stdin, 'close'), once(process.stdin, 'end'), untilAborted(signal)]);
  if (signal.aborted) await handle.close();
}

/** Answers a request, or refuses one that reaches this machine by another name: a web page's trick. */
function guarded(factory: McpServerFactory, isLocal: boolean) {
  const handler = createMcpHandler(factory);
  return {
    close: () => handler.close(),
    fetch: async (request: Request): Promise<Response> => {
      const refusal = isLocal
        ? (hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
          originValidationResponse(request, localhostAllowedOrigins()))
        : undefined;
      if (refusal !== undefined) return refusal;
      if (new URL(request.url).pathname === endpoint) return handler.fetch(request);
      return Response.json({ error: `The endpoint is ${endpoint}.` }, { status: 404 });
    },
  };
}

/** Serves clients over Streamable HTTP until the signal aborts. @throws UserError when it cannot listen there. */
export async function serveOverHttp(
  factory: McpServerFactory,
  { host, port, isLocal }: ListenAddress,
  say: Progress,
  signal: AbortSignal,
): Promise<void> {
  const front = guarded(factory, isLocal);
  const handle = toNodeHandler(front, { maxRequestBodySize: limits.mcpMessageBytes });
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    void handle(Object.assign(request, { method, url }), response);
  }).listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`The server cannot listen on ${host}:${port}: ${cause}. Name another address.`);
  }
  const address = server.address();
  const got = typeof address === 'object' && address !== null ? address.port : port;
  say(`Listening on http://${host.includes(':') ? `[${host}]` : host}:${got}${endpoint} (Ctrl-C stops).`);
  await untilAborted(signal);
  server.close();
  await front.close();
  server.closeAllConnections();
}
