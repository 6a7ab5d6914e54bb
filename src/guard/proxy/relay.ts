import { isInitializeRequest, isJSONRPCNotification, isJSONRPCRequest } from '@modelcontextprotocol/client';
import type {
  JSONRPCMessage,
  JSONRPCRequest,
  MessageExtraInfo,
  Transport,
} from '@modelcontextprotocol/client';
import { handleCall } from './calls.ts';
import type { Grant } from './grant.ts';
import { codes, Line } from './line.ts';
import { shownTools } from './listing.ts';

/** Which side closed a connection, and why, as far as that is known. */
export interface Ending {
  by: 'client' | 'server';
  cause: string;
}

/** A client and a server that are connected through the guard. */
export interface Relay {
  /** Resolves when one side has closed, and the other is being closed for it. */
  closed: Promise<Ending>;
  close(): Promise<void>;
}

/** Arguments that a tool wants repeated in headers, which a server behind an address compares with the call. */
function parameterHeaders(request: Request | undefined): Record<string, string> {
  const headers = [...(request?.headers ?? [])];
  return Object.fromEntries(headers.filter(([name]) => name.startsWith('mcp-param-')));
}

/** What the guard does with the requests of one client, which it judges by one grant. */
class Requests {
  readonly #line: Line;
  readonly #server: Transport;
  readonly #grant: Grant;
  #capabilities: unknown;

  constructor(line: Line, server: Transport, grant: Grant) {
    this.#line = line;
    this.#server = server;
    this.#grant = grant;
  }

  handle(request: JSONRPCRequest, headers: Readonly<Record<string, string>>): void {
    const { id, method } = request;
    if (!this.#line.begin(id, headers)) return;
    if (method === 'tools/call') this.#call(request);
    else if (method === 'tools/list')
      this.#line.forward(request, (result) => shownTools(this.#grant.policy, result));
    else if (method.startsWith('tools/'))
      this.#line.fail(id, codes.invalidRequest, `Placard: ${method} is not known, so it is not let through.`);
    else if (isInitializeRequest(request)) this.#initialize(request);
    else this.#line.forward(request);
  }

  #call(request: JSONRPCRequest): void {
    handleCall(this.#line, this.#grant, request, this.#capabilities).catch((error: unknown) => {
      const cause = error instanceof Error ? error.message : String(error);
      this.#line.fail(request.id, codes.internal, `Placard: the call could not be judged: ${cause}`);
    });
  }

  #initialize(request: JSONRPCRequest): void {
    this.#capabilities = request.params?.capabilities;
    this.#line.forward(request, (result) => {
      if (typeof result.protocolVersion === 'string')
        this.#server.setProtocolVersion?.(result.protocolVersion);
      return result;
    });
  }
}

/**
 * Connects a client to a server through the guard: every `tools/call` is judged, every `tools/list` is filtered, and
 * everything else goes through as it is. Both transports are started here and closed together.
 */
export async function relay(client: Transport, server: Transport, grant: Grant): Promise<Relay> {
  const line = new Line(client, server);
  const requests = new Requests(line, server, grant);
  let cause = '';
  client.onmessage = (message: JSONRPCMessage, extra?: MessageExtraInfo) => {
    if (isJSONRPCRequest(message)) requests.handle(message, parameterHeaders(extra?.request));
    else if (isJSONRPCNotification(message)) line.tell(message);
    else line.settle('client', message);
  };
  server.onmessage = (message: JSONRPCMessage) => {
    if (isJSONRPCNotification(message) && message.method === 'notifications/tools/list_changed')
      grant.definitions.forget();
    if (isJSONRPCRequest(message) || isJSONRPCNotification(message)) line.pass(message);
    else line.settle('server', message);
  };
  server.onerror = (error) => {
    cause = error.message;
  };
  const closed = new Promise<Ending>((resolve) => {
    client.onclose = () => {
      line.end('the client has gone');
      resolve({ by: 'client', cause: '' });
      void server.close();
    };
    server.onclose = () => {
      line.end('the server has ended');
      resolve({ by: 'server', cause });
      void client.close();
    };
  });
  await server.start();
  await client.start();
  return {
    closed,
    async close() {
      await client.close();
    },
  };
}
