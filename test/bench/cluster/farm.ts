// Serves the whole crowd on one port of loopback, and counts how many requests each host name had open at once.
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { member } from './crowd.ts';

/** How the crowd was asked. */
export interface Use {
  requests: number;
  hosts: number;
  /** The most requests that one host name had open at the same time. */
  most: number;
}

const open = new Map<string, number>();
let requests = 0;
let most = 0;

const server = createServer((request, response) => {
  const [, index = '', ...rest] = (request.url ?? '').split('/');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const now = (open.get(host) ?? 0) + 1;
  open.set(host, now);
  requests += 1;
  most = Math.max(most, now);
  response.once('close', () => open.set(host, (open.get(host) ?? 1) - 1));
  if (!/^\d+$/.test(index)) {
    response.writeHead(404).end();
    return;
  }
  const { latency, listener } = member(Number(index));
  request.url = `/${rest.join('/')}`;
  void setTimeout(latency).then(() => {
    listener(request, response);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
});
process.on('message', () => {
  process.send?.({ requests, hosts: open.size, most } satisfies Use);
});
process.on('disconnect', () => process.exit());
