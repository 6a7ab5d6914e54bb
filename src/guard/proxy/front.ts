import type { Transport } from '@modelcontextprotocol/client';
import {
  classifyInboundRequest,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
  PerRequestHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Grant } from './grant.ts';
import { grantOf } from './grants-file.ts';
import { Multiplexer } from './multiplexer.ts';
import { relay } from './relay.ts';
import { errorResponse, Sessions } from './sessions.ts';
import { connectionTo, type Upstream } from './upstream.ts';

/** A grant that is used with a bearer token. */
export type TokenGrant = Grant & { tokenHash: string };

type Classified = ReturnType<typeof classifyInboundRequest>;
type Modern = Extract<Classified, { kind: 'modern' }>;

/** Where the proxy is reached. */
export const endpoint = '/mcp';

const header = (request: Request, name: string): string | undefined => request.headers.get(name) ?? undefined;

function classify(request: Request, body: unknown): Classified {
  const headers = {
    protocolVersionHeader: header(request, 'mcp-protocol-version'),
    mcpMethodHeader: header(request, 'mcp-method'),
    mcpNameHeader: header(request, 'mcp-name'),
  };
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return classifyInboundRequest({ httpMethod: request.method, ...given, body });
}

/** The proxy as an HTTP endpoint. Requests come with a bearer token; each token has its own grant. */
export class Front {
  readonly #grants: readonly TokenGrant[];
  readonly #sessions: Sessions;
  readonly #connections = new Map<Grant, Multiplexer>();
  readonly #upstream: Upstream;
  /** Whether only this machine can reach the proxy, so that other names for it must be a trick of a web page. */
  readonly #isLocal: boolean;

  constructor(grants: readonly TokenGrant[], upstream: Upstream, isLocal: boolean) {
    this.#grants = grants;
    this.#upstream = upstream;
    this.#isLocal = isLocal;
    this.#sessions = new Sessions(() => connectionTo(upstream));
  }

  /** Answers one request. */
  async fetch(request: Request): Promise<Response> {
    const foreign = this.#isLocal
      ? (hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
        originValidationResponse(request, localhostAllowedOrigins()))
      : undefined;
    if (foreign !== undefined) return foreign;
    const grant = grantOf(this.#grants, request.headers.get('authorization'));
    if (grant === null)
      return errorResponse(401, 'no grant has this bearer token.', { 'www-authenticate': 'Bearer' });
    if (new URL(request.url).pathname !== endpoint) return errorResponse(404, `the endpoint is ${endpoint}.`);
    let body: unknown;
    try {
      body = request.method === 'POST' ? await request.json() : undefined;
    } catch {
      return errorResponse(400, 'the body is no JSON.');
    }
    try {
      return await this.#route(grant, request, body);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return errorResponse(502, `the server cannot be reached: ${cause}`);
    }
  }

  async closeIdle(now: Date): Promise<void> {
    await this.#sessions.closeIdle(now);
  }

  async close(): Promise<void> {
    await this.#sessions.close();
    await Promise.all([...this.#connections.values()].map((connection) => connection.close()));
  }

  async #route(grant: Grant, request: Request, body: unknown): Promise<Response> {
    const route = classify(request, body);
    if (route.kind === 'legacy') return this.#sessions.serve(grant, request, body);
    if (route.kind === 'modern') return this.#exchange(grant, request, route);
    const { httpStatus: status, code, message, data } = route;
    return Response.json({ jsonrpc: '2.0', id: null, error: { code, message, data } }, { status });
  }

  /** One request of the newest revision, which has no sessions. */
  async #exchange(grant: Grant, request: Request, { message, classification }: Modern): Promise<Response> {
    const transport = new PerRequestHTTPServerTransport({ classification });
    const exchange = await relay(transport, this.#connection(grant), grant);
    const response = await transport.handleMessage(message, { request });
    if (!('id' in message)) await exchange.close();
    return response;
  }

  #connection(grant: Grant): Transport {
    if (this.#upstream.kind === 'address') return connectionTo(this.#upstream);
    const shared = this.#connections.get(grant) ?? new Multiplexer(() => connectionTo(this.#upstream));
    this.#connections.set(grant, shared);
    return shared.channel();
  }
}
