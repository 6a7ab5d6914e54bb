// Remote servers that behave as no server should, each in one way, on Node's own HTTP server.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { messageOf } from './loopback.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Message = Awaited<ReturnType<typeof messageOf>>;

const json = { 'content-type': 'application/json' } as const;
const stream = { 'content-type': 'text/event-stream' } as const;

/** Answers each message with the result or error that `answer` gives for it; undefined leaves it open. */
export function answering(answer: (message: Message) => object | undefined, status = 200): Listener {
  return (request, response) => {
    void (async () => {
      const message = await messageOf(request);
      if (message.id === undefined) return response.writeHead(request.method === 'POST' ? 202 : 405).end();
      const body = answer(message);
      if (body === undefined) return response.writeHead(404).end();
      return response
        .writeHead(status, json)
        .end(JSON.stringify({ jsonrpc: '2.0', id: message.id, ...body }));
    })();
  };
}

/** What an earlier server says to the handshake, and `list` to tools/list. */
export const earlier =
  (list: (cursor: string | undefined) => object) =>
  ({ method, params }: Message): object | undefined => {
    if (method === 'initialize') {
      const serverInfo = { name: 'hostile', version: '1' };
      return { result: { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo } };
    }
    return method === 'tools/list'
      ? list(params?.cursor)
      : { error: { code: -32601, message: 'Method not found' } };
  };

/** What a server of the newest revision says. */
export const newest =
  (list: (cursor: string | undefined) => object) =>
  ({ method, params }: Message): object | undefined => {
    const complete = { resultType: 'complete', ttlMs: 0, cacheScope: 'public' };
    if (method === 'server/discover') {
      return { result: { ...complete, supportedVersions: ['2026-07-28'], capabilities: { tools: {} } } };
    }
    return method === 'tools/list' ? { result: { ...complete, ...list(params?.cursor) } } : undefined;
  };

/** Always the same reply, to whatever is asked. */
export const always =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Listener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

/** Sends its answer a character at a time and never gets to the end. */
export const slowLoris: Listener = (_request, response) => {
  response.writeHead(200, json);
  const timer = setInterval(() => response.write(' '), 20);
  response.once('close', () => {
    clearInterval(timer);
  });
};

/** Never answers at all. */
export const silent: Listener = () => undefined;

/** Breaks the connection off. */
export const hangsUp: Listener = (request) => request.socket.destroy();

/** Sends events without end, none of which is an answer. */
export const endlessEvents: Listener = (_request, response) => {
  response.writeHead(200, stream);
  const timer = setInterval(() => response.write(': still here\n\n'), 10);
  response.once('close', () => {
    clearInterval(timer);
  });
};

/** Sends so many bytes. */
export const floods =
  (bytes: number): Listener =>
  (_request, response) => {
    response.writeHead(200, json);
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    let sent = 0;
    const more = (): void => {
      while (sent < bytes) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  };

/** A hundred megabytes that travel as a hundred kilobytes. */
let bomb: Buffer | null = null;
export const gzipBomb: Listener = (request, response) => {
  bomb ??= gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '));
  always(200, { ...json, 'content-encoding': 'gzip' }, bomb)(request, response);
};

/** Opens the old transport's stream and names this endpoint on it. */
export const endpointAt =
  (endpoint: string): Listener =>
  ({ method }, response) => {
    if (method === 'POST') response.writeHead(405).end();
    else response.writeHead(200, stream).write(`event: endpoint\ndata: ${endpoint}\n\n`);
  };

/** A healthy server whose answers come as one event each, on a stream that stays open, under the wrong type. */
export function inEvents(
  answer: (message: Message) => object | undefined,
  type: string,
  isOpen: boolean,
): Listener {
  return (request, response) => {
    void (async () => {
      const message = await messageOf(request);
      if (message.id === undefined) return response.writeHead(202).end();
      const text = JSON.stringify({ jsonrpc: '2.0', id: message.id, ...answer(message) });
      const noise = JSON.stringify({
        jsonrpc: '2.0',
        method: 'notifications/message',
        params: { data: 'x' },
      });
      response.writeHead(200, { 'content-type': type });
      response.write(`event: message\ndata: ${noise}\n\nid: 7\ndata: ${text}\n\n`);
      return isOpen ? undefined : response.end();
    })();
  };
}
