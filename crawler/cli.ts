import { mkdirSync } from 'node:fs';
import { lookup } from 'node:dns/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../src/catalogue/read.ts';
import { limits } from '../src/model/limits.ts';
import { locations } from '../src/model/locations.ts';
import { openStore } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { count, duration, toStandardError } from '../src/terminal/progress.ts';
import { crawl, takeOverCatalogue } from './crawl.ts';
import type { CrawlCounts } from './crawl.ts';
import { lister } from './lister.ts';
import { hosts } from './remote/host.ts';
import { systemClock } from './remote/system-clock.ts';
import { crawlRemotes } from './remotes.ts';
import type { RemotesCounts } from './remotes.ts';
import { installWithNpm } from './packages/npm.ts';
import { readBundle } from './read-bundle.ts';
import { sandboxes } from './sandboxes.ts';
import type { Source } from './sources/source.ts';
import { walk } from './sources/walk.ts';
import { sources } from './sources.ts';
import { webAddress } from './web-address.ts';

const sourceNames = sources.map(({ id }) => id).join(', ');

const command = {
  usage: 'npm run crawl -- [options]',
  summary: `Lists the tools of MCP servers: starts every server of ${locations.servers} in a sandbox and keeps what it says.`,
  options: {
    bundled: {
      type: 'boolean',
      help: 'Start the packages that came with the project; take the others from the committed catalogue.',
    },
    again: { type: 'boolean', help: 'List even what was listed before and has not changed.' },
    source: { type: 'string', value: 'NAME', help: `Walk a registry instead: ${sourceNames}.` },
    registry: { type: 'string', value: 'URL', help: 'The address of that registry, when it is another one.' },
    remotes: {
      type: 'boolean',
      help: 'Visit the remote addresses of every server that the store knows instead.',
    },
    'allow-private': {
      type: 'string',
      value: 'HOSTS',
      help: 'Visit these hosts (separated by commas) even where their addresses are private.',
    },
    json: { type: 'boolean', help: 'Print a summary as one JSON object on standard output.' },
  },
} as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const now = (): Date => new Date();

type Values = NonNullable<ReturnType<typeof parseCommand<typeof command.options>>>['values'];

async function crawlList(store: Store, values: Values, signal: AbortSignal): Promise<CrawlCounts> {
  const servers = readBundle(locations.servers);
  const parts = lister({
    ...{ bundled: `${root}node_modules`, installed: `${root}${locations.packages}` },
    ...{ install: installWithNpm, sandboxes, limits, now },
  });
  const options = { bundledOnly: values.bundled ?? false, again: values.again ?? false };
  const { visitsAtOnce } = limits;
  const crawling = { store, ...parts, now, progress: toStandardError, visitsAtOnce };
  const counts = await crawl(servers, options, crawling, signal);
  const { started, unchanged, takenOver, faults } = counts;
  toStandardError(
    `${started} started and listed, ${unchanged} unchanged, ${takenOver} taken from the catalogue, ${count(faults, 'fault')}.`,
  );
  return counts;
}

/** Visits remote servers. Names are looked up as the machine does; `--allow-private` names hosts that may be private. */
async function visitRemotes(store: Store, values: Values, signal: AbortSignal): Promise<RemotesCounts> {
  const named = (values['allow-private'] ?? '').toLowerCase().split(',');
  const allowed = named.map((name) => name.trim().replace(/^\[|\]$/g, ''));
  const reach = {
    resolve: (hostname: string) => lookup(hostname, { all: true }),
    isAllowed: (hostname: string) => allowed.includes(hostname),
  };
  const manners = { clock: systemClock, hostOf: hosts(limits.hostGapMilliseconds, systemClock) };
  const parts = { store, reach, ...manners, now, limits, progress: toStandardError };
  const counts = await crawlRemotes(parts, { again: values.again ?? false }, signal);
  const { listed, needy, unlisted, unchanged, faults } = counts;
  toStandardError(
    `${listed} listed, ${needy} want something first, ${unlisted} not listed, ${unchanged} left alone, ${count(faults, 'fault')}.`,
  );
  return counts;
}

/** The registry the caller names and its address, or null when the list is to be crawled. */
function wantedSource({ source: name, registry }: Values): { source: Source; base: string } | null {
  if (name === undefined && registry === undefined) return null;
  const source = sources.find(({ id }) => id === name);
  if (source === undefined) {
    const cause = name === undefined ? '--registry needs --source' : `There is no source "${name}"`;
    throw new UserError(`${cause}: use --source with one of ${sourceNames}.`, exitCodes.usage);
  }
  const base = registry === undefined ? source.address : webAddress(registry);
  if (base !== null) return { source, base };
  throw new UserError(
    `--registry ${registry ?? ''} is no web address: give one that begins with https://.`,
    exitCodes.usage,
  );
}

async function walkRegistry(
  store: Store,
  { source, base }: { source: Source; base: string },
  signal: AbortSignal,
): Promise<CrawlCounts> {
  const sleep = (milliseconds: number): Promise<void> => setTimeout(milliseconds, undefined, { signal });
  const web = { fetch, now, sleep, limits };
  const parts = { store, web, progress: toStandardError, base };
  const { pages, listings, faults } = await walk(source, parts, signal);
  toStandardError(`${count(pages, 'page')}, ${count(listings, 'server')}, ${count(faults, 'fault')}.`);
  return { started: 0, takenOver: 0, unchanged: 0, faults };
}

/** Refuses options that would be without effect. */
function assertSensible({ remotes = false, source, 'allow-private': allowed }: Values): void {
  if (allowed !== undefined && !remotes) {
    throw new UserError('--allow-private needs --remotes: nothing else visits an address.', exitCodes.usage);
  }
  if (!remotes || source === undefined) return;
  throw new UserError('--remotes and --source are two crawls: run one after the other.', exitCodes.usage);
}

/** What the store holds after the crawl. */
function stock(store: Store): { servers: number; tools: number } {
  let servers = 0;
  let tools = 0;
  for (const server of store.servers()) {
    servers += 1;
    tools += server.tools.length;
  }
  return { servers, tools };
}

async function main(values: Values, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  assertSensible(values);
  const wanted = wantedSource(values);
  mkdirSync(dirname(locations.store), { recursive: true });
  const store = openStore(locations.store);
  try {
    takeOverCatalogue(store, readCatalogue(locations.catalogue));
    const visit = values.remotes === true ? visitRemotes : crawlList;
    const counts =
      wanted === null ? await visit(store, values, signal) : await walkRegistry(store, wanted, signal);
    const held = stock(store);
    const known = `${count(held.servers, 'server')} with ${count(held.tools, 'tool')}`;
    toStandardError(`The store knows ${known}, after ${duration(performance.now() - began)}.`);
    if (values.json === true) process.stdout.write(`${JSON.stringify({ ...counts, ...held })}\n`);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new UserError(
      'Stopped. What was listed is kept; run the command again to go on.',
      exitCodes.interrupted,
    );
  } finally {
    store.close();
  }
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given === null) return;
  process.chdir(root);
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  await main(given.values, interruption.signal);
});
