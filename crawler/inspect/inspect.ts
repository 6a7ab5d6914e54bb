import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import type { Limits } from '../../src/model/limits.ts';
import type { Inspection } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { Failure, messageOf } from '../failure.ts';
import { identity } from '../identity.ts';
import type { Command } from '../sandbox/sandbox.ts';
import { readDefinitions } from './definitions.ts';
import { listPages } from './pages.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

/** What a live server answered: its tools, its words about itself, and a failure for each tool left out. */
export interface Answer extends Pick<Inspection, 'protocol' | 'serverName' | 'serverTitle' | 'instructions'> {
  tools: ToolDefinition[];
  failures: Failure[];
}

/** A server that fails while it writes other things than messages most likely does not speak the protocol at all. */
async function handshake(client: Client, server: ServerProcess, limits: Limits): Promise<void> {
  try {
    await Promise.race([
      server.ended,
      client.connect(server.transport, { timeout: limits.visitMilliseconds }),
    ]);
  } catch (error) {
    const noise = server.firstNoise();
    const isSilent = error instanceof Failure && (error.kind === 'exited' || error.kind === 'timed-out');
    throw isSilent && noise !== null ? new Failure('not-protocol', `standard output says: ${noise}`) : error;
  }
}

function readAnswer(client: Client, protocol: string, raws: readonly unknown[], limits: Limits): Answer {
  const words = (text: string | undefined): string | null =>
    text === undefined ? null : text.slice(0, limits.serverText).toWellFormed().replaceAll('\0', '\uFFFD');
  const about = client.getServerVersion();
  return {
    protocol,
    serverName: words(about?.name),
    serverTitle: words(about?.title),
    instructions: words(client.getInstructions()),
    ...readDefinitions(raws, limits),
  };
}

/** What the SDK throws, in our terms: an error the server sent, or an answer that is not the protocol's. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(error instanceof McpError ? 'refused' : 'not-protocol', messageOf(error));
}

async function converse(server: ServerProcess, limits: Limits): Promise<Answer> {
  const client = new Client(identity, { capabilities: {} });
  let protocol = '';
  server.transport.setProtocolVersion = (version) => {
    protocol = version;
  };
  await handshake(client, server, limits);
  if (client.getServerCapabilities()?.tools === undefined) {
    throw new Failure('no-tools', 'the server does not declare the tools capability');
  }
  const raws = await Promise.race([server.ended, listPages(client, limits)]);
  return readAnswer(client, protocol, raws, limits);
}

/**
 * Starts a server, lists its tools and stops it, whatever happens.
 * @throws Failure when no complete listing came; the signal's reason when it aborts.
 */
export async function inspect(command: Command, limits: Limits, signal: AbortSignal): Promise<Answer> {
  signal.throwIfAborted();
  const server = startServer(command, limits);
  const kill = (): void => void server.stop();
  signal.addEventListener('abort', kill);
  try {
    return await converse(server, limits);
  } catch (error) {
    signal.throwIfAborted();
    throw failureOf(error);
  } finally {
    signal.removeEventListener('abort', kill);
    await server.stop();
  }
}
