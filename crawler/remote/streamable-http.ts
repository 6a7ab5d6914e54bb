import {
  isInitializeRequest,
  isJSONRPCRequest,
  SdkErrorCode,
  SdkHttpError,
} from '@modelcontextprotocol/client';
import type { JSONRPCMessage, JSONRPCRequest, Transport } from '@modelcontextprotocol/client';
import { isObject } from '../../src/model/json.ts';
import { responsesOf } from './messages.ts';
import { conditionOf, failureOf, Refusal } from './refusal.ts';
import type { RemoteConnection } from './remote-connection.ts';
import { textOf } from './wire.ts';
import type { Reply, Wire } from './wire.ts';

const versionKey = 'io.modelcontextprotocol/protocolVersion';

/** What an earlier revision keeps between two requests. */
interface Session {
  id: string | null;
  version: string | null;
  isLost: boolean;
}

function sessionHeaders({ id, version }: Session): Record<string, string> {
  return {
    ...(id === null ? {} : { 'mcp-session-id': id }),
    ...(version === null ? {} : { 'mcp-protocol-version': version }),
  };
}

/** The headers that the newest revision derives from a message's body; none for an earlier one. */
function bodyHeaders(message: JSONRPCMessage): Record<string, string> {
  if (!isJSONRPCRequest(message)) return {};
  const version = isObject(message.params?._meta) ? message.params._meta[versionKey] : undefined;
  return typeof version === 'string' ? { 'mcp-protocol-version': version, 'mcp-method': message.method } : {};
}

/** The answer in a reply, or the text that is there instead. An error without an id answers the one open request. */
async function answerIn(reply: Reply, request: JSONRPCRequest): Promise<JSONRPCMessage | string> {
  const isLocked = [401, 402, 403, 407].includes(reply.status);
  let text = '';
  const keepText = (said: string): void => {
    text = said;
  };
  for await (const { id, result, error } of responsesOf(reply, keepText)) {
    const about = { jsonrpc: '2.0', id: request.id } as const;
    if (id === request.id && result !== undefined) return { ...about, result } as JSONRPCMessage;
    if ((id === request.id || id == null) && error !== undefined && !isLocked) {
      return { ...about, error } as JSONRPCMessage;
    }
  }
  return text;
}

/** Why a request has no answer. A refused probe is the SDK's to judge: most refuse it because they are older. */
function unanswered(request: JSONRPCRequest, reply: Reply, text: string): Error {
  const { status } = reply;
  const failure = failureOf(reply, text);
  const isRefused = status >= 400 && status < 500 && status !== 429;
  if (request.method !== 'server/discover' || !isRefused) return failure;
  return new SdkHttpError(SdkErrorCode.ClientHttpNotImplemented, failure.message, { status, text });
}

/** Sends one message and hands on the answer to it. @throws Failure, Refusal, or the SDK's error for a refused probe. */
async function deliver(
  message: JSONRPCMessage,
  session: Session,
  post: (message: JSONRPCMessage) => Promise<Reply>,
  { transport, address, wire }: { transport: Transport; address: URL; wire: Wire },
): Promise<void> {
  const reply = await post(message);
  if (!isJSONRPCRequest(message)) {
    await textOf(reply.body);
    return;
  }
  if (isInitializeRequest(message)) session.id = reply.headers.get('mcp-session-id');
  else session.isLost = reply.status === 404 && session.id !== null;
  const answer = await answerIn(reply, message);
  if (typeof answer !== 'string') {
    transport.onmessage?.(answer);
    return;
  }
  const condition = await conditionOf(reply, address, wire);
  throw condition === null ? unanswered(message, reply, answer) : new Refusal(condition);
}

/**
 * Streamable HTTP (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http, and with
 * sessions as in 2025-03-26 to 2025-11-25). A body counts before its status: results have been seen under 400. We open
 * no stream to listen, and answer no request of the server's.
 */
export function streamableHttp(address: URL, wire: Wire): RemoteConnection {
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // whoever waits for it gets it
  const session: Session = { id: null, version: null, isLost: false };
  const accept = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const post = (message: JSONRPCMessage): Promise<Reply> => {
    const headers = { ...accept, ...sessionHeaders(session), ...bodyHeaders(message) };
    return wire(address, { method: 'POST', headers, body: JSON.stringify(message) });
  };
  const transport: Transport = {
    start: () => Promise.resolve(),
    async send(message) {
      try {
        await deliver(message, session, post, { transport, address, wire });
      } catch (error) {
        if (!(error instanceof SdkHttpError)) end(error);
        throw error;
      }
    },
    close: () => Promise.resolve(),
    setProtocolVersion(negotiated) {
      session.version = negotiated;
    },
  };
  return {
    ...{ transport, ended, hasLostSession: () => session.isLost },
    async leave() {
      if (session.id === null) return;
      const reply = await wire(address, { method: 'DELETE', headers: sessionHeaders(session) });
      await textOf(reply.body);
    },
  };
}
