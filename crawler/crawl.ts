import { isDeepStrictEqual } from 'node:util';
import type { BundleEntry } from '../src/model/bundle.ts';
import type { Fault, FaultKind } from '../src/model/fault.ts';
import { faultKinds } from '../src/model/fault.ts';
import { packageId } from '../src/model/identity.ts';
import type { RecordedServer } from '../src/model/recorded.ts';
import type { LiveListing, ServerListing } from '../src/model/server.ts';
import type { Store, StoredServer } from '../src/store/store.ts';
import { pacer } from '../src/terminal/pace.ts';
import type { Progress } from '../src/terminal/progress.ts';
import { count, duration } from '../src/terminal/progress.ts';
import { Failure, faultOf } from './failure.ts';
import { listingOf } from './packages/manifest.ts';
import { sideBySide } from './side-by-side.ts';
import { launchOf } from './visit.ts';

/** What a crawl of the list works with. */
export interface CrawlParts {
  store: Store;
  /** Starts a server and lists its tools, or throws a Failure. Installs what is missing. */
  list: (entry: BundleEntry, signal: AbortSignal) => Promise<{ listing: LiveListing; faults: Fault[] }>;
  /** What the package says of its server, when it is installed. */
  describe: (entry: BundleEntry) => ServerListing | null;
  /** Whether the package came along with the project. */
  isBundled: (entry: BundleEntry) => boolean;
  now: () => Date;
  progress: Progress;
  visitsAtOnce: number;
}

export interface CrawlOptions {
  /** Install nothing for a server whose published listing is of the same launch, or that failed at this version. */
  bundledOnly: boolean;
  /** List again what this store has listed itself. */
  again: boolean;
}

/** What a crawl did: servers listed now, taken from the catalogue and left as they are, and faults found. */
export interface CrawlCounts {
  started: number;
  takenOver: number;
  unchanged: number;
  faults: number;
}

type Step = 'start' | 'takenOver' | 'unchanged';

/** The id of the server an entry starts. */
export function idOf(entry: BundleEntry): string {
  return packageId({ kind: 'npm', name: entry.package });
}

/** Faults that tell of this machine or this hour, not of the server. */
const passing: readonly FaultKind[] = ['no-sandbox', 'not-installed', 'timed-out'];

/** Whether the entry's version has been started, here or for the catalogue, and failed for a reason of its own. */
function hasFailedBefore(entry: BundleEntry, { inspection, listings, faults }: StoredServer): boolean {
  const isSameVersion = listings.some(
    ({ source, version }) => source === 'bundled' && version === entry.version,
  );
  const hasFailed = faults.some(({ stage, kind }) => stage === 'inspect' && !passing.includes(kind));
  return inspection === null && isSameVersion && hasFailed;
}

/** What to do about an entry, given what is known. A launch that differs in anything may list other tools. */
export function plan(
  entry: BundleEntry,
  known: StoredServer | null,
  options: CrawlOptions & { isBundled: boolean },
): Step {
  if (known === null) return 'start';
  const isLeftAlone = options.bundledOnly && !options.isBundled;
  if (isLeftAlone && hasFailedBefore(entry, known)) return 'takenOver';
  const { inspection } = known;
  const launch = inspection?.kind === 'package' ? inspection.launch : null;
  if (!isDeepStrictEqual(launch, launchOf(entry))) return 'start';
  const wantsRetry = known.faults.some(
    ({ stage, kind }) => stage === 'inspect' && faultKinds[kind].reaction === 'retry',
  );
  if (isLeftAlone) return known.origin === 'live' ? 'unchanged' : 'takenOver';
  return known.origin === 'live' && !options.again && !wantsRetry ? 'unchanged' : 'start';
}

/** Takes over every published server that the store lacks, so that the days tools were first seen survive. */
export async function takeOverCatalogue(store: Store, catalogue: Iterable<RecordedServer>): Promise<void> {
  for (const server of catalogue) await store.takeOver(server);
}

/** Keeps why a server of the list says nothing. */
export async function recordFailure(
  entry: BundleEntry,
  failure: Failure,
  { store, describe, now }: Pick<CrawlParts, 'store' | 'describe' | 'now'>,
): Promise<void> {
  const subject = idOf(entry);
  const bare = (await store.server(subject)) === null ? listingOf(entry, null) : null;
  const listing = describe(entry) ?? bare;
  if (listing !== null) await store.saveSourcePage('bundled', [listing], { cursor: null, done: true });
  await store.saveFault(faultOf(failure, { stage: 'inspect', subject, at: now().toISOString() }));
}

function words({ kind, cause }: Pick<Fault, 'kind' | 'cause'>): string {
  return `${faultKinds[kind].label} ${cause}`;
}

/** Starts one server and keeps what it says, or why it says nothing. */
async function start(
  entry: BundleEntry,
  parts: CrawlParts,
  signal: AbortSignal,
): Promise<Pick<CrawlCounts, 'started' | 'faults'>> {
  const { store, list, now, progress } = parts;
  const began = now().getTime();
  try {
    const { listing, faults } = await list(entry, signal);
    await store.saveLive(listing, faults);
    const took = duration(now().getTime() - began);
    progress(`${entry.package}: ${count(listing.tools.length, 'tool')}, started and listed in ${took}`);
    for (const fault of faults) progress(`  ${words(fault)}`);
    return { started: 1, faults: faults.length };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    await recordFailure(entry, error, parts);
    progress(`${entry.package}: ${words({ kind: error.kind, cause: error.message })}`);
    return { started: 0, faults: 1 };
  }
}

function tell(entry: BundleEntry, step: Step, known: StoredServer | null, { progress }: CrawlParts): void {
  const [fault] = known?.faults ?? [];
  if (known?.inspection == null) {
    progress(`${entry.package}: not started again: ${fault === undefined ? '' : words(fault)}`);
    return;
  }
  const date = known.inspection.at.slice(0, 10);
  const how = step === 'unchanged' ? `unchanged since ${date}` : `taken from the catalogue of ${date}`;
  progress(`${entry.package}: ${count(known.tools.length, 'tool')}, ${how}`);
}

/**
 * Brings every server of the list up to date in the store. A server that fails leaves a fault and nobody else behind.
 * @throws the signal's reason when it aborts; what was listed until then is kept.
 */
export async function crawl(
  entries: readonly BundleEntry[],
  options: CrawlOptions,
  parts: CrawlParts,
  signal: AbortSignal,
): Promise<CrawlCounts> {
  const counts: CrawlCounts = { started: 0, takenOver: 0, unchanged: 0, faults: 0 };
  const wanted: BundleEntry[] = [];
  for (const entry of entries) {
    const known = await parts.store.server(idOf(entry));
    const step = plan(entry, known, { ...options, isBundled: parts.isBundled(entry) });
    if (step === 'start') {
      wanted.push(entry);
      continue;
    }
    tell(entry, step, known, parts);
    counts[step] += 1;
  }
  const visited = pacer(wanted.length, parts);
  const visit = async (entry: BundleEntry, stop: AbortSignal): Promise<void> => {
    const { started, faults } = await start(entry, parts, stop);
    counts.started += started;
    counts.faults += faults;
    visited();
  };
  await sideBySide(wanted, parts.visitsAtOnce, visit, signal);
  return counts;
}
