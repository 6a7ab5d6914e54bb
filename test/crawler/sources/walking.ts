import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { walkName } from '../../../crawler/sources/reach.ts';
import type { Machine, Source } from '../../../crawler/sources/source.ts';
import { walk } from '../../../crawler/sources/walk.ts';
import type { WalkCounts } from '../../../crawler/sources/walk.ts';
import type { Fault } from '../../../src/model/fault.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Limits } from '../../../src/model/limits.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleMachine } from './machine.ts';

/** A folder of its own for one test file, removed at its end. */
export function freshFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `placard-${name}-`));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const stores = freshFolder('stores');
let number = 0;
export const freshStore = (): Promise<Store> => openStore(join(stores, `${++number}.db`));

export interface LoopbackServer {
  address: string;
  requests: IncomingMessage[];
  close: () => void;
}

/** An HTTP server on loopback that answers as it is told, and keeps what it was asked. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LoopbackServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}`, requests, close };
}

export interface Circumstances {
  store?: Store;
  base?: string;
  from?: string;
  again?: boolean;
  machine?: Partial<Machine>;
  limits?: Partial<Limits>;
  now?: string;
}

/** Walks a source. Waiting is noted instead of done; the clock stands still. The base counts as the source's own. */
export async function walkSource(
  source: Source,
  { store: own, base, from, again = false, machine, now, ...rest }: Circumstances,
): Promise<{ counts: WalkCounts; store: Store; waits: number[]; fault: Fault | undefined; faults: Fault[] }> {
  const store = own ?? (await freshStore());
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const clock = () => new Date(now ?? '2026-03-01T12:00:00.000Z');
  const web = { fetch, sleep, now: clock, limits: { ...limits, ...rest.limits } };
  const given = { base: base ?? source.address, from: from ?? null, again, machine: sampleMachine(machine) };
  const parts = { store, web, progress: () => undefined, given };
  const counts = await walk(source, parts, new AbortController().signal);
  const faults = await store.sourceFaults();
  const subject = walkName(source, given);
  return { counts, store, waits, faults, fault: faults.find((fault) => fault.subject === subject) };
}
