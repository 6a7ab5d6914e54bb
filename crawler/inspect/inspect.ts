import type { VersionNegotiationOptions } from '@modelcontextprotocol/client';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';
import type { Command } from '../sandbox/sandbox.ts';
import { converse, failureOf } from './converse.ts';
import type { Answer, Conversation } from './converse.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

/** A server that fails while it writes other things than messages most likely does not speak the protocol at all. */
async function greet(conversation: Conversation, server: ServerProcess): Promise<void> {
  try {
    await conversation.greet();
  } catch (error) {
    const noise = server.firstNoise();
    const isSilent = error instanceof Failure && (error.kind === 'exited' || error.kind === 'timed-out');
    throw isSilent && noise !== null ? new Failure('not-protocol', `standard output says: ${noise}`) : error;
  }
}

/** One start of the server. A failure that is returned, not thrown: it left without an answer to the greeting. */
async function start(
  command: Command,
  versionNegotiation: VersionNegotiationOptions,
  limits: Limits,
  signal: AbortSignal,
): Promise<Answer | Failure> {
  signal.throwIfAborted();
  const server = startServer(command, limits);
  const kill = (): void => void server.stop();
  signal.addEventListener('abort', kill);
  let hasGreeted = false;
  try {
    const conversation = converse(server, limits, versionNegotiation);
    await greet(conversation, server);
    hasGreeted = true;
    return await conversation.list();
  } catch (error) {
    signal.throwIfAborted();
    const failure = failureOf(error);
    if (!hasGreeted && server.hasLeft()) return failure;
    throw failure;
  } finally {
    signal.removeEventListener('abort', kill);
    await server.stop();
  }
}

/**
 * Starts a server, lists its tools and stops it, whatever happens. It is asked for the newest revision first; one that
 * leaves at that is started once more and greeted as the earlier revisions are.
 * @throws Failure when no complete listing came; the signal's reason when it aborts.
 */
export async function inspect(command: Command, limits: Limits, signal: AbortSignal): Promise<Answer> {
  const newest = { mode: 'auto', probe: { timeoutMs: limits.probeMilliseconds } } as const;
  const first = await start(command, newest, limits, signal);
  if (!(first instanceof Failure)) return first;
  const second = await start(command, { mode: 'legacy' }, limits, signal);
  if (second instanceof Failure) throw second;
  return second;
}
