import { once } from 'node:events';
import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { limits } from '../../model/limits.ts';
import { UserError } from '../../terminal/command.ts';
import type { Progress } from '../../terminal/progress.ts';
import { endpoint, Front, type TokenGrant } from './front.ts';
import type { Upstream } from './upstream.ts';

interface Listener {
  host: string;
  port: number;
  isLocal: boolean;
  say: Progress;
}

function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}

/** Serves clients over HTTP until the process is told to end. @throws UserError when it cannot listen there. */
export async function serveHttp(
  grants: readonly TokenGrant[],
  upstream: Upstream,
  { host, port, isLocal, say }: Listener,
): Promise<void> {
  const front = new Front(grants, upstream, isLocal);
  const handle = toNodeHandler(front, {
    maxRequestBodySize: limits.guardMessageBytes,
    onerror: (error) => {
      say(error.message);
    },
  });
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    void handle(Object.assign(request, { method, url }), response);
  }).listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UserError(`The proxy cannot listen on ${host}:${port}: ${(error as Error).message}`);
  }
  const address = server.address();
  const got = typeof address === 'object' && address !== null ? address.port : port;
  say(`Listening on http://${host.includes(':') ? `[${host}]` : host}:${got}${endpoint}`);
  if (!isLocal) say('Tokens travel as they are: put TLS in front before other machines use this.');
  const sweep = setInterval(() => void front.closeIdle(new Date()), limits.guardSessionIdle / 10);
  await untilToldToEnd();
  clearInterval(sweep);
  server.close();
  await front.close();
  server.closeAllConnections();
}
