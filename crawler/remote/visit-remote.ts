import type { Limits } from '../../src/model/limits.ts';
import type { Remote } from '../../src/model/launch.ts';
import { Failure } from '../failure.ts';
import { converse, failureOf } from '../inspect/converse.ts';
import type { Answer } from '../inspect/converse.ts';
import { guardedAgent } from './connector.ts';
import type { Reach } from './connector.ts';
import type { Clock, Host } from './host.ts';
import { httpSse } from './http-sse.ts';
import { Refusal } from './refusal.ts';
import { streamableHttp } from './streamable-http.ts';
import { openWire } from './wire.ts';
import type { Wire } from './wire.ts';

/** What visits to remote servers work with. */
export interface RemoteParts {
  reach: Reach;
  clock: Clock;
  now: () => Date;
  limits: Limits;
  /** What each request carries besides: nothing but for servers of one's own. */
  headers?: Readonly<Record<string, string>>;
}

/** What an address answered, and the transport that was spoken there. */
export interface RemoteAnswer extends Answer {
  kind: Remote['kind'];
}

const transports = { 'streamable-http': streamableHttp, sse: httpSse } as const;

/** One conversation over one transport. A lost session is begun anew, once. */
async function converseOver(
  kind: Remote['kind'],
  address: URL,
  wire: Wire,
  { limits, mayRestart }: { limits: Limits; mayRestart: boolean },
): Promise<RemoteAnswer> {
  const connection = transports[kind](address, wire, limits);
  try {
    const mode = kind === 'sse' ? 'legacy' : 'auto'; // no newer revision knows HTTP+SSE
    const conversation = converse(connection, limits, { mode });
    await conversation.greet();
    return { kind, ...(await conversation.list()) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (!connection.hasLostSession() || !mayRestart) throw failureOf(error);
  } finally {
    await connection.leave().catch(() => undefined); // it is only polite
  }
  return converseOver(kind, address, wire, { limits, mayRestart: false });
}

/** Whether an answer means that the address speaks the other transport. */
function isOtherTransport(error: unknown, kind: Remote['kind']): boolean {
  if (!(error instanceof Failure) || error.status === undefined) return false;
  return kind === 'sse' || [400, 404, 405].includes(error.status);
}

/**
 * Lists over the transport that the listing names, and over the other one when the first is not spoken there.
 * When both fail by their status alone, the first one counts.
 */
async function converseOverEither(kind: Remote['kind'], address: URL, wire: Wire, limits: Limits) {
  try {
    return await converseOver(kind, address, wire, { limits, mayRestart: true });
  } catch (error) {
    if (!isOtherTransport(error, kind)) throw error;
    const other = kind === 'sse' ? 'streamable-http' : 'sse';
    try {
      return await converseOver(other, address, wire, { limits, mayRestart: true });
    } catch (second) {
      throw second instanceof Failure && second.status !== undefined ? error : second;
    }
  }
}

/** The address as it may be requested: without fragment and without anybody's credentials. */
function addressOf(url: string): URL {
  if (!URL.canParse(url)) throw new Failure('unreachable', `"${url}" is no web address`);
  return Object.assign(new URL(url), { username: '', password: '', hash: '' });
}

/**
 * Lists the tools at a remote address. Nothing but the handshake and tools/list is called.
 * @throws Refusal when the server wants something first; Failure when no complete listing came; the signal's reason
 * when it aborts.
 */
export async function visitRemote(
  { kind, url }: Remote,
  host: Host,
  { reach, clock, now, limits, headers = {} }: RemoteParts,
  interruption: AbortSignal,
): Promise<RemoteAnswer> {
  const address = addressOf(url);
  const timeLimit = new AbortController();
  const timer = setTimeout(() => {
    timeLimit.abort(new Failure('timed-out', `no complete listing in ${limits.visitMilliseconds / 1000} s`));
  }, limits.visitMilliseconds);
  const signal = AbortSignal.any([interruption, timeLimit.signal]);
  const dispatcher = guardedAgent(reach, limits);
  try {
    const wire = openWire({ host, dispatcher, clock, now, limits, headers, signal });
    return await converseOverEither(kind, address, wire, limits);
  } catch (error) {
    interruption.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    await dispatcher.destroy();
  }
}
