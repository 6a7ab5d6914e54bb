import { randomUUID } from 'node:crypto';
import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
} from '@modelcontextprotocol/client';
import type {
  JSONRPCMessage,
  JSONRPCNotification,
  JSONRPCRequest,
  RequestId,
  Transport,
} from '@modelcontextprotocol/client';
import { isObject } from '../../model/json.ts';
import { limits } from '../../model/limits.ts';

export type Result = Record<string, unknown>;

/** JSON-RPC codes of the guard's own errors. */
export const codes = { invalidRequest: -32_600, invalidParams: -32_602, internal: -32_603 } as const;

type Side = 'client' | 'server';

interface OpenRequest {
  progressToken: unknown;
  /** Makes what the client gets of what the server answered. */
  rewrite: (result: Result) => Result;
}

interface OwnRequest {
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function progressTokenOf(params: unknown): unknown {
  return isObject(params) && isObject(params._meta) ? params._meta.progressToken : undefined;
}

/**
 * The messages between a client and a server, of whatever revision. Answers that nobody asked for go nowhere, so no
 * answer can get past what is done to it.
 */
export class Line {
  readonly #ends: Readonly<Record<Side, Transport>>;
  /** Requests of the client that it has got no answer to, with the headers that go with them. */
  readonly #waiting = new Map<RequestId, Readonly<Record<string, string>>>();
  /** Those of them that the server has. */
  readonly #open = new Map<RequestId, OpenRequest>();
  readonly #own = new Map<RequestId, OwnRequest>();
  /** What the server must have got before it gets a request. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(client: Transport, server: Transport) {
    this.#ends = { client, server };
  }

  /** Notes a request of the client. Refuses it when its id is that of another one, or too many are open. */
  begin(id: RequestId, headers: Readonly<Record<string, string>> = {}): boolean {
    if (this.#waiting.has(id) || this.#waiting.size >= limits.guardOpenCalls) {
      const message = 'Placard: this id is in use, or too many requests are open.';
      this.#toClient({ jsonrpc: '2.0', id, error: { code: codes.invalidRequest, message } });
      return false;
    }
    this.#waiting.set(id, headers);
    return true;
  }

  /** Whether the client still waits for the answer to this request. */
  isWaiting(id: RequestId): boolean {
    return this.#waiting.has(id);
  }

  /** Hands a request of the client to the server. */
  forward(request: JSONRPCRequest, rewrite: OpenRequest['rewrite'] = (result) => result): void {
    const { id } = request;
    this.#open.set(id, { progressToken: progressTokenOf(request.params), rewrite });
    const lose = (cause: string): void => {
      if (this.#open.delete(id))
        this.fail(id, codes.internal, `Placard: the server gave no answer: ${cause}`);
    };
    this.#toServer(request, () => {
      lose('its stream ended');
    }).catch((error: unknown) => {
      lose(messageOf(error));
    });
  }

  /** Hands a notification, or an answer to the server, on. What the server has not got yet is cancelled here. */
  tell(message: JSONRPCMessage): void {
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
      const id = message.params?.requestId as RequestId;
      if (this.#waiting.has(id) && !this.#open.has(id)) {
        this.#waiting.delete(id);
        return;
      }
    }
    const sent = this.#before.then(() => this.#ends.server.send(message));
    this.#before = sent.catch(() => undefined); // the transport reports it; the next request fails by itself
  }

  /** Hands a request or a notification of the server to the client, as part of the request that it belongs to. */
  pass(message: JSONRPCRequest | JSONRPCNotification): void {
    const related = this.#related(message);
    this.#toClient(message, related);
  }

  /** Answers a request of the client. */
  answer(id: RequestId, result: Result): void {
    if (!this.#waiting.delete(id)) return;
    this.#toClient({ jsonrpc: '2.0', id, result });
  }

  /** Answers a request of the client with an error. */
  fail(id: RequestId, code: number, message: string): void {
    if (!this.#waiting.delete(id)) return;
    this.#toClient({ jsonrpc: '2.0', id, error: { code, message } });
  }

  /** Takes an answer of either side: to a request of the guard's, or of the other side. */
  settle(side: Side, message: JSONRPCMessage): void {
    if (!isJSONRPCResultResponse(message) && !isJSONRPCErrorResponse(message)) return;
    const id = message.id ?? '';
    const own = this.#own.get(`${side} ${String(id)}`);
    if (own !== undefined) {
      this.#own.delete(`${side} ${String(id)}`);
      if (isJSONRPCResultResponse(message)) own.resolve(message.result);
      else own.reject(new Error(message.error.message));
    } else if (side === 'client') this.tell(message);
    else this.#settleForClient(id, message);
  }

  /** Asks one side something on the guard's own account. `related` is the client's request that it is about. */
  ask(
    side: Side,
    { method, params }: Pick<JSONRPCRequest, 'method' | 'params'>,
    { milliseconds, related }: { milliseconds: number; related?: RequestId },
  ): Promise<Result> {
    const id = `placard-${randomUUID()}`;
    const request: JSONRPCRequest = {
      jsonrpc: '2.0',
      id,
      method,
      ...(params === undefined ? {} : { params }),
    };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#own.delete(`${side} ${id}`);
        reject(new Error(`no answer in ${milliseconds / 1000} s`));
      }, milliseconds);
      const settled =
        <Value>(then: (value: Value) => void) =>
        (value: Value): void => {
          clearTimeout(timer);
          then(value);
        };
      const own = { resolve: settled(resolve), reject: settled(reject) };
      this.#own.set(`${side} ${id}`, own);
      const ended = (): void => {
        own.reject(new Error('its stream ended'));
      };
      if (side === 'client') this.#toClient(request, related);
      else this.#toServer(request, ended).catch(own.reject);
    });
  }

  /** The other side is gone: whatever waits for it will not come. */
  end(cause: string): void {
    for (const id of this.#waiting.keys()) this.fail(id, codes.internal, `Placard: ${cause}`);
    this.#open.clear();
    for (const { reject } of this.#own.values()) reject(new Error(cause));
    this.#own.clear();
  }

  #settleForClient(id: RequestId, message: JSONRPCMessage): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    if (isJSONRPCResultResponse(message)) this.answer(id, open.rewrite(message.result));
    else if (this.#waiting.delete(id)) this.#toClient(message);
  }

  async #toServer(request: JSONRPCRequest, onRequestStreamEnd: () => void): Promise<void> {
    await this.#before;
    const headers = this.#waiting.get(request.id) ?? {};
    await this.#ends.server.send(request, { onRequestStreamEnd, headers });
  }

  #toClient(message: JSONRPCMessage, related?: RequestId): void {
    const options = related === undefined ? {} : { relatedRequestId: related };
    this.#ends.client.send(message, options).catch(() => undefined); // a client that has gone hears nothing
  }

  /** The open request that a message of the server belongs to: the one whose progress it is, else the newest. */
  #related(message: JSONRPCRequest | JSONRPCNotification): RequestId | undefined {
    const { method, params } = message;
    const open = [...this.#open];
    if (method === 'notifications/progress' && !isJSONRPCRequest(message))
      return open.find(([, { progressToken }]) => progressToken === params?.progressToken)?.[0];
    return open.at(-1)?.[0];
  }
}
