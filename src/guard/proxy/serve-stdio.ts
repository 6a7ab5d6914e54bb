import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { limits } from '../../model/limits.ts';
import { UserError } from '../../terminal/command.ts';
import type { Grant } from './grant.ts';
import { relay, type Relay } from './relay.ts';
import { connectionTo, type Upstream } from './upstream.ts';

async function begin(grant: Grant, upstream: Upstream): Promise<Relay> {
  const client = new StdioServerTransport(process.stdin, process.stdout, {
    maxBufferSize: limits.guardMessageBytes,
  });
  try {
    return await relay(client, connectionTo(upstream), grant);
  } catch (error) {
    throw new UserError(`${grant.server} could not be started: ${(error as Error).message}`);
  }
}

/**
 * Serves one client over standard input and output until either side ends.
 * @throws UserError when the server could not be started or ended first.
 */
export async function serveStdio(grant: Grant, upstream: Upstream): Promise<void> {
  const connected = await begin(grant, upstream);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void connected.close());
  const { by, cause } = await connected.closed;
  if (by === 'server') throw new UserError(`${grant.server} has ended. ${cause}`);
}
