import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hosts } from '../../crawler/remote/host.ts';
import { systemClock } from '../../crawler/remote/system-clock.ts';
import { crawlRemotes } from '../../crawler/remotes.ts';
import { limits } from '../../src/model/limits.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { exitCodes, parseCommand, UserError } from '../../src/terminal/command.ts';
import { count, duration } from '../../src/terminal/progress.ts';
import { sampleListing } from '../samples.ts';
import type { Use } from './remotes/farm.ts';
import { planned } from './remotes/plan.ts';
import type { Planned } from './remotes/plan.ts';

const command = {
  usage: 'npm run bench -- remotes [options]',
  summary:
    'Crawls remote servers on loopback under the real limits: of both eras, slow and fast, one in ten failing.',
  options: { servers: { type: 'string', value: 'NUMBER', help: 'How many servers; 1000 unless given.' } },
} as const;

/** Starts the servers in a process of their own, so that their memory is not counted. */
async function startFarm() {
  const farm = fork(fileURLToPath(new URL('remotes/farm.ts', import.meta.url)));
  const [port] = (await once(farm, 'message')) as [number];
  return {
    port,
    async use(): Promise<Use> {
      farm.send('use');
      const [use] = (await once(farm, 'message')) as [Use];
      return use;
    },
    stop: () => {
      farm.disconnect();
    },
  };
}

const urlOf = ({ hostname, path }: Planned, port: number): string => `http://${hostname}:${port}${path}`;

function listingOf(server: Planned, port: number): ServerListing {
  const remotes = [{ kind: server.way.transport ?? 'streamable-http', url: urlOf(server, port) } as const];
  return sampleListing(server.path, { source: 'official-registry', packages: [], remotes });
}

/** The servers that came out otherwise than planned, with what came instead. */
async function surprises(store: Store, servers: readonly Planned[], port: number): Promise<string[]> {
  const comparisons = servers.map(async (server) => {
    const found = await store.server(`remote:${urlOf(server, port)}`);
    const outcome = [found?.reachability[0]?.state, found?.faults[0]?.kind ?? null];
    const { name, way } = server;
    const isAsPlanned = outcome[0] === way.state && outcome[1] === way.kind;
    const cause = found?.faults[0]?.cause ?? '';
    return isAsPlanned
      ? []
      : [`${name}: ${outcome.join(', ')}, not ${way.state}, ${String(way.kind)}. ${cause}`];
  });
  return (await Promise.all(comparisons)).flat();
}

/**
 * The least time that the manners allow, in milliseconds: for each host its requests and a rest after each but the
 * last, hosts at once as the limit says. What is measured at the servers is the load, so this is a bound for any crawl
 * that makes these requests.
 */
function ideal(use: Use, servers: readonly Planned[]): number {
  const patience = Map.groupBy(servers, ({ hostname }) => hostname);
  const times = Object.entries(use).map(([hostname, { requests, open }]) => {
    const waits = patience.get(hostname)?.reduce((sum, { way }) => sum + (way.patience ?? 0), 0) ?? 0;
    return open + waits + (requests - 1) * limits.hostGapMilliseconds;
  });
  const sum = times.reduce((total, time) => total + time, 0);
  return Math.max(sum / limits.hostsAtOnce, ...times);
}

/** The most memory this process holds while `work` runs, and before it, in megabytes. */
async function watchMemory(work: () => Promise<void>): Promise<{ before: number; peak: number }> {
  const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const before = megabytes();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, megabytes());
  }, 100);
  await work();
  clearInterval(timer);
  return { before, peak };
}

async function crawl(store: Store): Promise<void> {
  const reach = {
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    isAllowed: (hostname: string) => hostname.endsWith('.example'),
  };
  const manners = { clock: systemClock, hostOf: hosts(limits.hostGapMilliseconds, systemClock) };
  let lines = 0;
  const progress = (line: string): void => {
    lines += 1;
    if (lines % 100 === 0) process.stderr.write(`${line}\n`);
  };
  const parts = { store, reach, ...manners, now: () => new Date(), limits, progress };
  await crawlRemotes(parts, { again: false }, new AbortController().signal);
}

async function measure(servers: readonly Planned[], folder: string): Promise<void> {
  const farm = await startFarm();
  const store = await openStore(join(folder, 'store.db'));
  const listings = servers.map((server) => listingOf(server, farm.port));
  await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
  const began = performance.now();
  const { before, peak } = await watchMemory(() => crawl(store));
  const took = performance.now() - began;
  const use = await farm.use();
  farm.stop();
  const requests = Object.values(use).reduce((sum, host) => sum + host.requests, 0);
  const least = ideal(use, servers);
  const wrong = await surprises(store, servers, farm.port);
  const lines = [
    `${count(servers.length, 'server')} on ${count(Object.keys(use).length, 'host')}, ${count(requests, 'request')}`,
    `${count(servers.length - wrong.length, 'server')} as planned, ${wrong.length} not`,
    ...new Set(wrong),
    `${duration(took)}; the least is ${duration(least)}: ${(took / least).toFixed(2)} times`,
    `memory: ${before} MB before, at most ${peak} MB`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  await store.close();
}

/** Runs the measurement and prints it. @throws UserError for a number that is none. */
export async function runRemotes(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const total = Number(given.values.servers ?? 1_000);
  if (!Number.isSafeInteger(total) || total < 1) {
    throw new UserError(`--servers ${given.values.servers ?? ''} is no number of servers.`, exitCodes.usage);
  }
  const folder = mkdtempSync(join(tmpdir(), 'placard-bench-'));
  try {
    await measure(
      Array.from({ length: total }, (_, index) => planned(index)),
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
