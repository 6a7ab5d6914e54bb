import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialRegistry } from '../../crawler/sources/official-registry.ts';
import { walk } from '../../crawler/sources/walk.ts';
import { limits } from '../../src/model/limits.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleMachine } from '../crawler/sources/machine.ts';

const size = 25_000;

interface Bench {
  registry: ChildProcess;
  store: Store;
  address: string;
}

/** One walk: what it brought, what it cost, and the most memory this process has held until then. */
async function measure(name: string, { registry, store, address }: Bench): Promise<void> {
  // Waiting is added up instead of done, so that the seconds are the program's own.
  let waited = 0;
  const sleep = (milliseconds: number): Promise<void> => {
    waited += milliseconds;
    return Promise.resolve();
  };
  const web = { fetch, sleep, now: () => new Date(), limits };
  const given = { base: address, from: null, again: false, machine: sampleMachine() };
  const parts = { store, web, progress: () => undefined, given };
  const began = performance.now();
  const counts = await walk({ ...officialRegistry, address }, parts, new AbortController().signal);
  const seconds = (performance.now() - began) / 1000;
  registry.send('again');
  const [{ requests }] = (await once(registry, 'message')) as [{ requests: number }];
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${name}: ${requests} requests, ${counts.listings} entries, ${counts.faults} faults, ${seconds.toFixed(1)} s of work, ${(waited / 1000).toFixed(1)} s of politeness, peak memory ${peak.toFixed(0)} MB\n`,
  );
}

/** Walks a registry of 25,000 entries on loopback, then what has changed in it, twice. */
export async function runRegistryWalk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'placard-bench-'));
  const registry = fork(join(import.meta.dirname, 'big-registry.ts'), [String(size)]);
  const [{ port }] = (await once(registry, 'message')) as [{ port: number }];
  const bench = {
    ...{ registry, address: `http://127.0.0.1:${port}` },
    store: await openStore(join(folder, 'store.db')),
  };
  try {
    await measure(`full walk of ${size}`, bench);
    await measure('walk of changes, 1 % changed', bench);
    await measure('walk of changes, another 1 % changed', bench);
    process.stdout.write(
      `the store holds ${(await Array.fromAsync(bench.store.servers())).length} servers\n`,
    );
  } finally {
    await bench.store.close();
    registry.kill();
    rmSync(folder, { recursive: true });
  }
}
