import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hosts } from '../../crawler/remote/host.ts';
import { systemClock } from '../../crawler/remote/system-clock.ts';
import { crawlRemotes, type RemotesCounts } from '../../crawler/remotes.ts';
import { limits } from '../../src/model/limits.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { exitCodes, parseCommand, UserError } from '../../src/terminal/command.ts';
import { duration } from '../../src/terminal/progress.ts';
import { listingOf, member } from './cluster/crowd.ts';
import { startFarm } from './cluster/start-farm.ts';
import { publishResults } from './results.ts';

const command = {
  usage: 'npm run bench -- crawl-scale [options]',
  summary:
    'Crawls many simulated remote servers on loopback into a store file, and says what a real network would make of it.',
  options: { servers: { type: 'string', value: 'NUMBER', help: 'How many (default: 43000).' } },
} as const;

/** Milliseconds that one request takes on a real network; half of the visits of a live crawl took less. */
const realRequest = 500;

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** The most memory, in megabytes, that this process holds while `work` runs. */
async function peakMemory<Result>(work: () => Promise<Result>): Promise<{ result: Result; peak: number }> {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024);
  }, 100);
  const result = await work();
  clearInterval(timer);
  return { result, peak };
}

async function crawlAll(file: string, port: number, total: number): Promise<RemotesCounts> {
  const store = await openStore(file);
  const page = 1_000;
  for (let start = 0; start < total; start += page) {
    const some = Array.from({ length: Math.min(page, total - start) }, (_, index) =>
      listingOf(start + index, port),
    );
    await store.saveSourcePage('official-registry', some, { cursor: null, done: true });
  }
  const reach = {
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    isAllowed: (hostname: string) => hostname.endsWith('.example'),
  };
  let lines = 0;
  const progress = (line: string): void => {
    lines += 1;
    if (lines % 2_000 === 0) process.stderr.write(`${line}\n`);
  };
  const bounds = { ...limits, hostGapMilliseconds: 0 };
  const parts = { store, reach, clock: systemClock, hostOf: hosts(0, systemClock), limits: bounds, progress };
  const counts = await crawlRemotes(
    { ...parts, now: () => new Date() },
    { again: false },
    new AbortController().signal,
  );
  await store.close();
  return counts;
}

/** Runs the measurement and writes it down. @throws UserError for a number that is none. */
export async function runCrawlScale(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const total = Number(given.values.servers ?? 43_000);
  if (!Number.isSafeInteger(total) || total < 1)
    throw new UserError(`--servers ${given.values.servers ?? ''} is no number of servers.`, exitCodes.usage);
  const folder = mkdtempSync(join(tmpdir(), 'placard-scale-'));
  const farm = await startFarm();
  try {
    const began = performance.now();
    const { user, system } = process.cpuUsage();
    const { result: counts, peak } = await peakMemory(() =>
      crawlAll(join(folder, 'store.db'), farm.port, total),
    );
    const took = (performance.now() - began) / 1000;
    const spent = process.cpuUsage();
    const used = (spent.user - user + spent.system - system) / 1000;
    const { requests, hosts: hostnames, most } = await farm.use();
    const shares = Map.groupBy(
      Array.from({ length: total }, (_, index) => member(index).answers),
      (name) => name,
    );
    const failing = 1 - (shares.get('lists its tools')?.length ?? 0) / total;
    const real = (requests * (realRequest + limits.hostGapMilliseconds)) / limits.hostsAtOnce;
    publishResults({
      name: 'crawl-scale',
      title: 'Crawling remote servers at full scale',
      about: `${number(total)} simulated servers on ${number(hostnames)} host names of loopback, each thinking for 1 to 20 ms; ${Math.round(failing * 100)} % do not list their tools, in the shares that were measured on the servers of the official registry in September 2026. One process, ${limits.hostsAtOnce} hosts at a time, the store a file; no rest between two requests to a host, so that what is measured is the crawler and not its manners.`,
      columns: ['figure', 'value'],
      rows: [
        ['servers visited', number(counts.listed + counts.needy + counts.unlisted)],
        [
          'listed · want something · not listed',
          `${number(counts.listed)} · ${number(counts.needy)} · ${number(counts.unlisted)}`,
        ],
        ['requests', number(requests)],
        ['wall', duration(took * 1000)],
        ['servers a second', number(total / took)],
        ['processor time', duration(used)],
        ['peak memory', `${number(peak)} MB`],
        ['most requests to one host at once', String(most)],
        ['on a real network, one process', duration(real)],
      ],
      remarks: [
        `A real network takes about ${realRequest} ms a request, and the crawler rests ${limits.hostGapMilliseconds} ms after each: ${number(requests)} requests on ${limits.hostsAtOnce} hosts at a time are ${duration(real)}. The processor is busy for ${Math.round((used / real) * 100)} % of that: what bounds one process is how many hosts it visits at a time, so each further worker of a cluster divides the time, until the host with the most servers decides.`,
        'Silent servers are waited for as long as real ones, 10 s a request.',
      ],
    });
  } finally {
    farm.stop();
    rmSync(folder, { recursive: true });
  }
}
