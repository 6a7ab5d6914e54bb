// Servers built with both generations of the official SDK, as handlers of Node's own HTTP server.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { NodeStreamableHTTPServerTransport, toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer as EarlierServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

const about = { name: 'shelf', version: '1.2.3', title: 'The shelf' };
const lookUp = { description: 'Looks a book up.', inputSchema: z.object({ isbn: z.string() }) };
const answer = () => ({ content: [] });

function newestServer(): McpServer {
  const hints = { 'tools/list': { ttlMs: 60_000, cacheScope: 'public' as const } };
  const server = new McpServer(about, { instructions: 'Read.', cacheHints: hints });
  server.registerTool('look-up', lookUp, answer);
  return server;
}

function earlierServer(): EarlierServer {
  const server = new EarlierServer(about, { instructions: 'Read.' });
  server.registerTool('look-up', { ...lookUp, inputSchema: lookUp.inputSchema.shape }, answer);
  return server;
}

/** The 2.x generation: the newest revision, and earlier ones only when they are served too. */
export function newest(legacy: 'reject' | 'stateless'): RequestListener {
  const handle = toNodeHandler(createMcpHandler(newestServer, { legacy }));
  return (request, response) =>
    void handle(Object.assign(request, { method: request.method ?? '', url: request.url ?? '' }), response);
}

type Sessions<Transport> = Map<string, Transport>;

const sessionOf = ({ headers }: IncomingMessage): string => String(headers['mcp-session-id']);

/** The 2.x generation's transport for the earlier revisions, with sessions. */
export function newerWithSessions(): RequestListener {
  const sessions: Sessions<NodeStreamableHTTPServerTransport> = new Map();
  const open = async (): Promise<NodeStreamableHTTPServerTransport> => {
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    });
    await newestServer().connect(transport);
    return transport;
  };
  return (request, response) => {
    void (async () => {
      await (sessions.get(sessionOf(request)) ?? (await open())).handleRequest(request, response);
    })();
  };
}

/** The 1.x generation with sessions. `forget` makes it forget them all, as a restart does. */
export function earlierWithSessions(): {
  listener: RequestListener;
  sessions: Sessions<StreamableHTTPServerTransport>;
} {
  const sessions: Sessions<StreamableHTTPServerTransport> = new Map();
  const open = async (): Promise<StreamableHTTPServerTransport> => {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await earlierServer().connect(transport);
    return transport;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const known = sessions.get(sessionOf(request));
    if (known === undefined && request.headers['mcp-session-id'] !== undefined) {
      response
        .writeHead(404)
        .end('{"jsonrpc":"2.0","error":{"code":-32001,"message":"Session not found"},"id":null}');
    } else await (known ?? (await open())).handleRequest(request, response);
  };
  return { listener: (request, response) => void handle(request, response), sessions };
}

/** The 1.x generation without sessions, which answers in plain JSON. */
export const earlierStateless: RequestListener = (request, response) => {
  void (async () => {
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    await earlierServer().connect(transport);
    await transport.handleRequest(request, response);
  })();
};

/** Where a proxy says that the server is mounted. */
const prefixOf = ({ headers }: IncomingMessage): string => headers['x-forwarded-prefix']?.toString() ?? '';

/** The 1.x generation's HTTP+SSE: GET opens a stream, POST /messages brings requests, anything else is not there. */
export function oldSse(): RequestListener {
  const streams: Sessions<SSEServerTransport> = new Map();
  return (request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const known = streams.get(searchParams.get('sessionId') ?? '');
      if (request.method === 'GET') {
        const transport = new SSEServerTransport(`${prefixOf(request)}/messages`, response);
        streams.set(transport.sessionId, transport);
        await earlierServer().connect(transport);
      } else if (pathname === '/messages' && known !== undefined)
        await known.handlePostMessage(request, response);
      else response.writeHead(pathname === '/mcp' ? 405 : 404).end();
    })();
  };
}
