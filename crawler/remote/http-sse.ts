import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';
import { eventsOf, responsesIn } from './messages.ts';
import { conditionOf, failureOf, Refusal } from './refusal.ts';
import type { RemoteConnection } from './remote-connection.ts';
import { textOf } from './wire.ts';
import type { Reply, Wire } from './wire.ts';

/** The address an `endpoint` event names. @throws Failure `leads-elsewhere` when it is not on the stream's own origin. */
function endpointOf(data: string, stream: URL): URL {
  const endpoint = URL.canParse(data, stream) ? new URL(data, stream) : null;
  if (endpoint?.origin === stream.origin) return endpoint;
  throw new Failure('leads-elsewhere', `the stream names the endpoint ${data}`);
}

async function errorOf(reply: Reply, address: URL, wire: Wire): Promise<Error> {
  const text = await textOf(reply.body);
  const condition = await conditionOf(reply, address, wire);
  return condition === null ? failureOf(reply, text) : new Refusal(condition);
}

/** Opens the stream. @throws Failure or Refusal when there is none. */
async function openStream(address: URL, wire: Wire, until: AbortSignal): Promise<Reply> {
  const reply = await wire(address, { method: 'GET', headers: { accept: 'text/event-stream' }, until });
  const isStream = reply.headers.get('content-type')?.includes('event-stream') === true;
  if (reply.status === 200 && isStream) return reply;
  throw await errorOf(reply, address, wire);
}

/** A stream, and the endpoint that it has named. */
function listenTo(
  { body }: Reply,
  address: URL,
  deliver: (text: string) => void,
  end: (error: unknown) => void,
) {
  const { promise: endpoint, resolve: name } = Promise.withResolvers<URL>();
  const listen = async (): Promise<void> => {
    for await (const { event, data } of eventsOf(body)) {
      if (event === 'endpoint') name(endpointOf(data, address));
      else deliver(data);
    }
    throw new Failure('not-answered', 'the stream ended before all was answered');
  };
  listen().catch(end);
  return endpoint;
}

/**
 * HTTP+SSE, the transport of revision 2024-11-05
 * (https://modelcontextprotocol.io/specification/2024-11-05/basic/transports): a stream names an endpoint for requests
 * and brings the responses. It stays open while we post, so two exchanges with the host overlap here. Servers of
 * Streamable HTTP open a stream, too, but name no endpoint.
 */
export function httpSse(address: URL, wire: Wire, { remoteMilliseconds }: Limits): RemoteConnection {
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // whoever waits for it gets it
  const leaving = new AbortController();
  let endpoint: URL | null = null;

  const deliver = (text: string): void => {
    for (const response of responsesIn(text)) transport.onmessage?.(response as JSONRPCMessage);
  };
  const transport: Transport = {
    async start() {
      const reply = await openStream(address, wire, leaving.signal);
      const timer = setTimeout(() => {
        end(new Failure('not-protocol', 'the stream names no endpoint', reply.status));
      }, remoteMilliseconds);
      const named = Promise.race([listenTo(reply, address, deliver, end), ended]);
      endpoint = await named.finally(() => {
        clearTimeout(timer);
      });
    },
    async send(message) {
      const target = endpoint ?? address;
      const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
      const reply = await wire(target, { method: 'POST', headers, body: JSON.stringify(message) });
      if (reply.status >= 300) throw await errorOf(reply, target, wire);
      deliver(await textOf(reply.body));
    },
    close: () => Promise.resolve(),
  };
  return {
    ...{ transport, ended, hasLostSession: () => false },
    leave() {
      leaving.abort();
      return Promise.resolve();
    },
  };
}
