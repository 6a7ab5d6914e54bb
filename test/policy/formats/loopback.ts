import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const Address = z.object({ port: z.number() });

/** One request that an SDK made. */
export interface Received {
  path: string;
  headers: NodeJS.Dict<string | string[]>;
  body: unknown;
}

/** What a client sends to an API that answers every request alike, on this machine. */
export async function received(
  answer: unknown,
  use: (address: string) => Promise<unknown>,
): Promise<Received[]> {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`http://127.0.0.1:${Address.parse(server.address()).port}`);
    return requests;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
