import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  SUBSCRIPTION_ID_META_KEY,
} from '@modelcontextprotocol/client';
import type {
  JSONRPCMessage,
  JSONRPCNotification,
  JSONRPCRequest,
  RequestId,
  Transport,
} from '@modelcontextprotocol/client';
import { isObject } from '../../model/json.ts';

/** A request on its way, and whose it is. */
interface Underway {
  channel: Channel;
  id: RequestId;
  progressToken: unknown;
}

/** One client's share of a connection. */
class Channel implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #owner: Multiplexer;

  constructor(owner: Multiplexer) {
    this.#owner = owner;
  }

  async start(): Promise<void> {
    await this.#owner.connect();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#owner.send(this, message);
  }

  async close(): Promise<void> {
    await this.#owner.leave(this);
    this.onclose?.();
  }
}

/**
 * One connection to a server for many clients of the newest revision, which has no sessions: every request stands for
 * itself. Numbers that clients chose are replaced on the way there and put back on the way back.
 */
export class Multiplexer {
  readonly #open: () => Transport;
  readonly #channels = new Set<Channel>();
  readonly #underway = new Map<RequestId, Underway>();
  #connection: Promise<Transport> | null = null;
  #sent = 0;

  /** `open` makes a new connection, which begins when it is started. */
  constructor(open: () => Transport) {
    this.#open = open;
  }

  channel(): Transport {
    const channel = new Channel(this);
    this.#channels.add(channel);
    return channel;
  }

  /** The connection, made anew when the last one has ended. */
  connect(): Promise<Transport> {
    this.#connection ??= this.#start();
    return this.#connection;
  }

  async send(channel: Channel, message: JSONRPCMessage): Promise<void> {
    const connection = await this.connect();
    if (isJSONRPCRequest(message)) await connection.send(this.#renumbered(channel, message));
    else if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
      const number = this.#numberOf(channel, message.params?.requestId);
      if (number !== undefined) await connection.send(cancelled(number));
    } else await connection.send(message);
  }

  /** Cancels what the channel still waits for. */
  async leave(channel: Channel): Promise<void> {
    if (!this.#channels.delete(channel)) return;
    const left = [...this.#underway].filter(([, underway]) => underway.channel === channel);
    for (const [number] of left) this.#underway.delete(number);
    const connection = left.length === 0 ? null : await this.#connection?.catch(() => null);
    for (const [number] of left) await connection?.send(cancelled(number)).catch(() => undefined);
  }

  async close(): Promise<void> {
    await (await this.#connection?.catch(() => null))?.close();
  }

  async #start(): Promise<Transport> {
    const connection = this.#open();
    const end = (): void => {
      this.#connection = null;
      this.#underway.clear();
      for (const channel of this.#channels) channel.onclose?.();
      this.#channels.clear();
    };
    connection.onclose = end;
    connection.onerror = (error) => {
      for (const channel of this.#channels) channel.onerror?.(error);
    };
    connection.onmessage = (message: JSONRPCMessage) => {
      this.#receive(message);
    };
    try {
      await connection.start();
    } catch (error) {
      this.#connection = null;
      throw error;
    }
    return connection;
  }

  #renumbered(channel: Channel, request: JSONRPCRequest): JSONRPCRequest {
    const number = (this.#sent += 1);
    const meta = request.params?._meta;
    const progressToken = meta?.progressToken;
    this.#underway.set(number, { channel, id: request.id, progressToken });
    if (progressToken === undefined) return { ...request, id: number };
    const params = { ...request.params, _meta: { ...meta, progressToken: number } };
    return { ...request, id: number, params };
  }

  #numberOf(channel: Channel, id: unknown): RequestId | undefined {
    return [...this.#underway].find(
      ([, underway]) => underway.channel === channel && underway.id === id,
    )?.[0];
  }

  #receive(message: JSONRPCMessage): void {
    if (isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) {
      const underway = message.id === undefined ? undefined : this.#underway.get(message.id);
      if (underway === undefined) return;
      this.#underway.delete(message.id ?? '');
      underway.channel.onmessage?.({ ...message, id: underway.id });
    } else if (isJSONRPCNotification(message)) this.#notify(message);
  }

  /** A notification goes to whose request it belongs to, or to all when it belongs to none. */
  #notify(message: JSONRPCNotification): void {
    const { params = {} } = message;
    const subscription = isObject(params._meta) ? params._meta[SUBSCRIPTION_ID_META_KEY] : undefined;
    const number = (subscription ?? params.progressToken) as RequestId | undefined;
    if (number === undefined) {
      for (const channel of this.#channels) channel.onmessage?.(message);
      return;
    }
    const underway = this.#underway.get(number);
    if (underway === undefined) return;
    const { channel, id, progressToken } = underway;
    const own =
      subscription === undefined
        ? { ...params, progressToken }
        : { ...params, _meta: { ...params._meta, [SUBSCRIPTION_ID_META_KEY]: id } };
    channel.onmessage?.({ ...message, params: own });
  }
}

const cancelled = (requestId: RequestId): JSONRPCNotification => ({
  jsonrpc: '2.0',
  method: 'notifications/cancelled',
  params: { requestId },
});
