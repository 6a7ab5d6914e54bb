import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { limits } from '../../model/limits.ts';

/** The server behind the guard: a program that is started, or an address. */
export type Upstream =
  | { kind: 'command'; file: string; arguments: string[]; environment: Record<string, string> }
  | { kind: 'address'; url: URL; headers: Record<string, string> };

/** A new connection to the server, which begins when it is started. A program gets the guard's own environment. */
export function connectionTo(upstream: Upstream): Transport {
  if (upstream.kind === 'address')
    return new StreamableHTTPClientTransport(upstream.url, { requestInit: { headers: upstream.headers } });
  return new StdioClientTransport({
    command: upstream.file,
    args: upstream.arguments,
    env: upstream.environment,
    stderr: 'inherit',
    maxBufferSize: limits.guardMessageBytes,
  });
}
