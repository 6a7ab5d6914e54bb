import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers one request. `cursor` is the page that is asked for. */
export type Answer = (response: ServerResponse, cursor: string | null, request: IncomingMessage) => void;

export interface RegistryServer {
  address: string;
  /** The cursors that were asked for, in order. */
  cursors: (string | null)[];
  close: () => void;
}

/** A registry on loopback that answers as it is told. */
export async function startRegistry(answer: Answer): Promise<RegistryServer> {
  const cursors: (string | null)[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://registry');
    cursors.push(searchParams.get('cursor'));
    answer(response, searchParams.get('cursor'), request);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}`, cursors, close };
}

/** An entry in the shape of the registry's API. */
export function entry(name: string, changes: object = {}): object {
  const official = { status: 'active', isLatest: true };
  return {
    server: {
      name,
      description: `What ${name} does.`,
      version: '1.0.0',
      packages: [
        {
          registryType: 'npm',
          identifier: name.replace('/', '-'),
          version: '1.0.0',
          transport: { type: 'stdio' },
        },
      ],
      ...changes,
    },
    _meta: { 'io.modelcontextprotocol.registry/official': official },
  };
}

/** Sends a page of entries. */
export function sendPage(response: ServerResponse, servers: readonly unknown[], nextCursor?: string): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ servers, metadata: { nextCursor, count: servers.length } }));
}
