import { lookup } from 'node:dns/promises';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { catalogueFolder, inHome } from '../src/catalogue/folder.ts';
import { streamRecorded } from '../src/catalogue/read.ts';
import type { Bundle } from '../src/model/bundle.ts';
import { limits } from '../src/model/limits.ts';
import { locations } from '../src/model/locations.ts';
import { mergedServers } from '../src/store/merged.ts';
import { databaseUrl, type DatedStore, openChosenStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { count, duration, toStandardError } from '../src/terminal/progress.ts';
import { queueRemotes, queueStarts, queueWalk } from './distribute.ts';
import { crawl, takeOverCatalogue } from './crawl.ts';
import type { CrawlCounts } from './crawl.ts';
import { lister } from './lister.ts';
import { thisMachine } from './machine.ts';
import { installWithNpm } from './packages/npm.ts';
import type { Installer } from './packages/packages.ts';
import { hosts } from './remote/host.ts';
import { systemClock } from './remote/system-clock.ts';
import type { VisitParts } from './remote/visit-server.ts';
import { crawlRemotes } from './remotes.ts';
import type { RemotesCounts } from './remotes.ts';
import { crawlOwn, type OwnParts } from './own.ts';
import { readBundle } from './read-bundle.ts';
import { reports } from './reports.ts';
import { sandboxes } from './sandboxes.ts';
import type { TogetherCounts, Work } from './together.ts';
import { walk } from './sources/walk.ts';
import { sources } from './sources.ts';
import { describeSources, wantedSource } from './wanted.ts';
import type { Wanted } from './wanted.ts';

const command = {
  usage: 'npm run crawl -- [options]',
  summary: `Lists the tools of MCP servers: starts every server of ${locations.servers} in a sandbox and keeps what it says.
status and changes in place of options tell what the store holds (status --help, changes --help).
With DATABASE_URL the work is queued for the workers of a cluster (placard worker).
With --source it reads what a source lists instead:
${describeSources(sources)}`,
  options: {
    bundled: {
      type: 'boolean',
      help: 'Start the packages that came with the project; take the others from the committed catalogue.',
    },
    again: { type: 'boolean', help: 'List even what was listed before and has not changed.' },
    source: { type: 'string', value: 'NAME', help: 'Read what this source lists instead.' },
    registry: { type: 'string', value: 'URL', help: 'Where that source is, when it is elsewhere.' },
    from: { type: 'string', value: 'PATH', help: 'The file, folder or .tar.gz archive to read it from.' },
    remotes: {
      type: 'boolean',
      help: 'Visit the remote addresses of every server that the store knows instead.',
    },
    'allow-private': {
      type: 'string',
      value: 'HOSTS',
      help: 'Visit these hosts (separated by commas) even where their addresses are private.',
    },
    detach: {
      type: 'boolean',
      help: 'With DATABASE_URL: leave when the jobs are queued, and do not wait for the workers.',
    },
    json: { type: 'boolean', help: 'Print a summary as one JSON object on standard output.' },
  },
} as const;

const root = fileURLToPath(new URL('..', import.meta.url));

type Values = NonNullable<ReturnType<typeof parseCommand<typeof command.options>>>['values'];

/** An installation can take minutes, so a person is told when one begins. */
const announcedInstall: Installer = (specifier, folder, signal) => {
  toStandardError(`${specifier}: installing …`);
  return installWithNpm(specifier, folder, signal);
};

/** How addresses are visited, and which hosts may be private: those that the user has named. */
function visitParts(allowed: readonly string[], now: () => Date): VisitParts {
  const reach = {
    resolve: (hostname: string) => lookup(hostname, { all: true }),
    isAllowed: (hostname: string) => allowed.includes(hostname),
  };
  const hostOf = hosts(limits.hostGapMilliseconds, systemClock);
  return { reach, clock: systemClock, hostOf, now, limits };
}

/** Lists what the list says is one's own. Folders of programs are relative to the home. */
function crawlOwnServers(bundle: Bundle, parts: Omit<OwnParts, 'visits' | 'variables'>, signal: AbortSignal) {
  const programs = bundle.programs.map((program) => ({
    ...program,
    folder: resolve(inHome('.'), program.folder),
  }));
  const named = bundle.remotes.map(({ url }) => new URL(url).hostname.replace(/^\[|\]$/g, ''));
  const visits = visitParts(named, parts.now);
  return crawlOwn(
    { programs, remotes: bundle.remotes },
    { ...parts, visits, variables: process.env },
    signal,
  );
}

/** How servers of the list are started on this machine. */
const starts = (now: () => Date) =>
  lister({
    ...{ bundled: `${root}node_modules`, installed: resolve(root, inHome(locations.packages)) },
    ...{ install: announcedInstall, sandboxes, limits, now },
  });

async function crawlList(store: DatedStore, values: Values, signal: AbortSignal): Promise<CrawlCounts> {
  const bundle = readBundle(inHome(locations.servers));
  const { now } = store;
  const parts = starts(now);
  const options = { bundledOnly: values.bundled ?? false, again: values.again ?? false };
  const { visitsAtOnce } = limits;
  const crawling = { store, ...parts, now, progress: toStandardError, visitsAtOnce };
  const counts = await crawl(bundle.servers, options, crawling, signal);
  const own = await crawlOwnServers(bundle, crawling, signal);
  const sum = { ...counts, started: counts.started + own.started, faults: counts.faults + own.faults };
  const { started, unchanged, takenOver, faults } = sum;
  toStandardError(
    `${started} started and listed, ${unchanged} unchanged, ${takenOver} taken from the catalogue, ${count(faults, 'fault')}.`,
  );
  return sum;
}

/** The hosts that the user says may be private. */
function allowedHosts(values: Values): string[] {
  const named = (values['allow-private'] ?? '').toLowerCase().split(',');
  return named.map((name) => name.trim().replace(/^\[|\]$/g, '')).filter((name) => name !== '');
}

/** Visits remote servers. Names are looked up as the machine does; `--allow-private` names hosts that may be private. */
async function visitRemotes(store: DatedStore, values: Values, signal: AbortSignal): Promise<RemotesCounts> {
  const parts = { store, ...visitParts(allowedHosts(values), store.now), progress: toStandardError };
  const counts = await crawlRemotes(parts, { again: values.again ?? false }, signal);
  const { listed, needy, unlisted, unchanged, faults } = counts;
  toStandardError(
    `${listed} listed, ${needy} want something first, ${unlisted} not listed, ${unchanged} left alone, ${count(faults, 'fault')}.`,
  );
  return counts;
}

/** What a walk of a source did, in the words of a crawl. */
async function walkSource(
  store: DatedStore,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<CrawlCounts & { skipped?: string }> {
  const counts = { started: 0, takenOver: 0, unchanged: 0, faults: 0 };
  if ('skipped' in wanted) {
    toStandardError(wanted.skipped);
    return { ...counts, skipped: wanted.skipped };
  }
  const sleep = (milliseconds: number): Promise<void> => setTimeout(milliseconds, undefined, { signal });
  const web = { fetch, now: store.now, sleep, limits };
  const parts = { store, web, progress: toStandardError, given: wanted.given };
  const brought = await walk(wanted.source, parts, signal);
  toStandardError(
    `${wanted.source.id}: ${count(brought.pages, 'page')}, ${brought.unchanged} of them unchanged; ${count(brought.listings, 'server')} with ${count(brought.tools, 'listed tool')}.`,
  );
  return { ...counts, faults: brought.faults };
}

/** What this process leaves to the workers of a cluster; null when it does the work itself. */
function leftToWorkers({ now }: DatedStore, values: Values, wanted: Wanted | null): Work | null {
  if (databaseUrl(process.env) === null) return null;
  const { again = false } = values;
  if (wanted !== null) {
    if ('skipped' in wanted || wanted.source.isLocal === true) return null; // its files are on this machine
    return { queue: 'walk', distribute: (parts) => queueWalk(parts, wanted) };
  }
  if (values.remotes === true)
    return {
      queue: 'remote',
      distribute: (parts) => queueRemotes(parts, { again, allowed: allowedHosts(values) }),
    };
  const { servers } = readBundle(inHome(locations.servers));
  const options = { again, bundledOnly: values.bundled ?? false, isBundled: starts(now).isBundled };
  return { queue: 'start', distribute: (parts) => queueStarts(parts, servers, options) };
}

/** Gives the work to the workers. What is one's own is listed here, where its secrets are. */
async function letWork(
  store: DatedStore,
  work: Work,
  values: Values,
  signal: AbortSignal,
): Promise<TogetherCounts> {
  const url = databaseUrl(process.env) ?? '';
  const together = { url, root, store, tell: toStandardError, isDetached: values.detach ?? false };
  const { crawlTogether } = await import('./together.ts');
  const counts = await crawlTogether(together, work, signal);
  if (work.queue !== 'start') return counts;
  const { now } = store;
  const parts = { store, ...starts(now), now, progress: toStandardError, visitsAtOnce: limits.visitsAtOnce };
  await crawlOwnServers(readBundle(inHome(locations.servers)), parts, signal);
  return counts;
}

/** Refuses options that would be without effect. */
function assertSensible({ remotes = false, source, detach, 'allow-private': allowed }: Values): void {
  if (detach === true && databaseUrl(process.env) === null)
    throw new UserError('--detach needs DATABASE_URL: without it there are no workers.', exitCodes.usage);
  if (allowed !== undefined && !remotes) {
    throw new UserError('--allow-private needs --remotes: nothing else visits an address.', exitCodes.usage);
  }
  if (!remotes || source === undefined) return;
  throw new UserError('--remotes and --source are two crawls: run one after the other.', exitCodes.usage);
}

/** What the store holds after the crawl. */
async function stock(store: Store): Promise<{ servers: number; tools: number }> {
  let servers = 0;
  let tools = 0;
  for await (const server of mergedServers(store)) {
    servers += 1;
    tools += server.tools.length;
  }
  return { servers, tools };
}

function crawlAs(
  store: DatedStore,
  values: Values,
  wanted: Wanted | null,
  signal: AbortSignal,
): Promise<CrawlCounts | RemotesCounts | TogetherCounts> {
  const work = leftToWorkers(store, values, wanted);
  if (work !== null) return letWork(store, work, values, signal);
  if (wanted !== null) return walkSource(store, wanted, signal);
  return values.remotes === true ? visitRemotes(store, values, signal) : crawlList(store, values, signal);
}

async function main(values: Values, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  assertSensible(values);
  const wanted = wantedSource(values, sources, thisMachine);
  const file = inHome(locations.store);
  const store = await openChosenStore(process.env, file);
  try {
    await takeOverCatalogue(store, streamRecorded(catalogueFolder()));
    const counts = await crawlAs(store, values, wanted, signal);
    const held = await stock(store);
    const known = `${count(held.servers, 'server')} with ${count(held.tools, 'tool')}`;
    toStandardError(`The store knows ${known}, after ${duration(performance.now() - began)}.`);
    if (values.json === true) process.stdout.write(`${JSON.stringify({ ...counts, ...held })}\n`);
  } catch (error) {
    if (!signal.aborted || error instanceof UserError) throw error;
    throw new UserError(
      'Stopped. What was listed is kept; run the command again to go on.',
      exitCodes.interrupted,
    );
  } finally {
    await store.close();
  }
}

await runCommand(async () => {
  const [word = '', ...others] = process.argv.slice(2);
  const report = reports.get(word);
  const given = report === undefined ? parseCommand(command, process.argv.slice(2)) : null;
  process.chdir(root);
  await report?.(others);
  if (given === null) return;
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  await main(given.values, interruption.signal);
});
