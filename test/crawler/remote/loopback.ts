import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { after } from 'node:test';
import { hosts } from '../../../crawler/remote/host.ts';
import { systemClock } from '../../../crawler/remote/system-clock.ts';
import { visitServer } from '../../../crawler/remote/visit-server.ts';
import type { VisitParts } from '../../../crawler/remote/visit-server.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Limits } from '../../../src/model/limits.ts';
import type { Remote } from '../../../src/model/launch.ts';

/** A server on loopback: where it is, and what it was asked. */
export interface Loopback {
  url: string;
  asked: string[];
}

/** Serves on loopback until the tests of the file are over. Each request is noted as its method and RPC method. */
export async function serve(listener: RequestListener): Promise<Loopback> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.method ?? '');
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/mcp`, asked };
}

/** The JSON-RPC message that a request carries. */
export async function messageOf(
  request: IncomingMessage,
): Promise<{ id?: unknown; method?: string; params?: { cursor?: string } }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as { id?: unknown; method?: string });
}

/** What visits work with: the real network and clock, loopback allowed, no rest between requests, short waits. */
export function partsFor(
  changes: Partial<Limits> = {},
  reach: Partial<VisitParts['reach']> = {},
): VisitParts {
  const bounds = {
    ...limits,
    hostGapMilliseconds: 0,
    retryMilliseconds: 10,
    visitMilliseconds: 5_000,
    ...changes,
  };
  return {
    reach: {
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      isAllowed: (hostname) => hostname === '127.0.0.1',
      ...reach,
    },
    clock: systemClock,
    now: () => new Date('2026-03-01T00:00:00.000Z'),
    limits: bounds,
    hostOf: hosts(bounds.hostGapMilliseconds, systemClock),
  };
}

/** Visits one address and says what came of it. */
export async function visit(
  url: string,
  { kind = 'streamable-http', ...parts }: Partial<VisitParts> & { kind?: Remote['kind'] } = {},
) {
  const remotes = [{ kind, url }];
  const signal = new AbortController().signal;
  const { outcome, faults } = await visitServer(
    { id: 'remote:x', remotes },
    { ...partsFor(), ...parts },
    signal,
  );
  const [reachability] = outcome.reachability;
  const tools = outcome.listing?.tools.map(({ name }) => name) ?? null;
  return { state: reachability?.state, reachability, tools, inspection: outcome.listing?.inspection, faults };
}
