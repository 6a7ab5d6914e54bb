import { randomUUID } from 'node:crypto';
import type { Transport } from '@modelcontextprotocol/client';
import { isInitializeRequest, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { limits } from '../../model/limits.ts';
import type { Grant } from './grant.ts';
import { relay } from './relay.ts';

interface Session {
  grant: Grant;
  transport: WebStandardStreamableHTTPServerTransport;
  usedAt: number;
}

/** An error as JSON-RPC over HTTP. */
export function errorResponse(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const body = { jsonrpc: '2.0', error: { code: -32_000, message: `Placard: ${message}` }, id: null };
  return Response.json(body, { status, headers });
}

/** The sessions of clients of earlier revisions. Each has a connection to the server of its own. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #connect: () => Transport;

  constructor(connect: () => Transport) {
    this.#connect = connect;
  }

  /** Answers a request of a session, or one that begins a session. A session is good for its own grant only. */
  async serve(grant: Grant, request: Request, body: unknown): Promise<Response> {
    const id = request.headers.get('mcp-session-id');
    const options = body === undefined ? {} : { parsedBody: body };
    if (id === null) {
      if (!isInitializeRequest(body)) return errorResponse(400, 'this request needs a session.');
      const transport = await this.#begin(grant);
      return transport === null
        ? errorResponse(503, 'no more sessions can be opened.')
        : transport.handleRequest(request, options);
    }
    const session = this.#sessions.get(id);
    if (session?.grant !== grant) return errorResponse(404, 'there is no such session.');
    session.usedAt = grant.now().getTime();
    return session.transport.handleRequest(request, options);
  }

  /** Closes the sessions that nobody has used for a while. */
  async closeIdle(now: Date): Promise<void> {
    const since = now.getTime() - limits.guardSessionIdle;
    const idle = [...this.#sessions.values()].filter(({ usedAt }) => usedAt < since);
    await Promise.all(idle.map(({ transport }) => transport.close()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(({ transport }) => transport.close()));
  }

  async #begin(grant: Grant): Promise<WebStandardStreamableHTTPServerTransport | null> {
    if (this.#sessions.size >= limits.guardSessions) return null;
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        this.#sessions.set(id, { grant, transport, usedAt: grant.now().getTime() });
      },
    });
    const { closed } = await relay(transport, this.#connect(), grant);
    void closed.then(() => {
      this.#sessions.delete(transport.sessionId ?? '');
    });
    return transport;
  }
}
