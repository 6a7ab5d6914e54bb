// Serves all servers of the bench on one port of loopback, told apart by their paths, and sums up how it was used.
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { planned } from './plan.ts';

/** How a host was used: requests, and the milliseconds that they were open. */
export type Use = Record<string, { requests: number; open: number }>;

const use: Use = {};

const server = createServer((request, response) => {
  const [, index = '', ...rest] = (request.url ?? '').split('/');
  if (!/^\d+$/.test(index)) {
    response.writeHead(404).end();
    return;
  }
  const { hostname, latency, way } = planned(Number(index));
  const host = (use[hostname] ??= { requests: 0, open: 0 });
  host.requests += 1;
  const began = performance.now();
  const isStream = request.method === 'GET';
  const close = (): void => {
    if (!isStream) host.open += performance.now() - began;
  };
  response.once('close', close);
  request.url = `/${rest.join('/')}`;
  request.headers['x-forwarded-prefix'] = `/${index}`;
  void setTimeout(latency).then(() => {
    if (isStream) host.open += performance.now() - began; // the old transport's stream stays open beside its requests
    way.listener(request, response);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
});
process.on('message', () => {
  process.send?.(use);
});
process.on('disconnect', () => process.exit());
