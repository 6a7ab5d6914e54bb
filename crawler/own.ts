import type { Bundle, OwnProgram, OwnRemote } from '../src/model/bundle.ts';
import type { Fault } from '../src/model/fault.ts';
import { faultKinds } from '../src/model/fault.ts';
import { serverId } from '../src/model/identity.ts';
import type { LiveListing, ServerListing } from '../src/model/server.ts';
import type { Store } from '../src/store/store.ts';
import type { Progress } from '../src/terminal/progress.ts';
import { count } from '../src/terminal/progress.ts';
import { Failure, faultOf } from './failure.ts';
import { filledHeaders } from './own-headers.ts';
import { visitServer } from './remote/visit-server.ts';
import type { VisitParts } from './remote/visit-server.ts';
import { sideBySide } from './side-by-side.ts';
import { ownListing } from './visit-program.ts';

/** What a crawl of one's own servers works with. */
export interface OwnParts {
  store: Store;
  /** Starts a program in the sandbox and lists its tools, or throws a Failure. */
  listProgram: (
    program: OwnProgram,
    signal: AbortSignal,
  ) => Promise<{ listing: LiveListing; faults: Fault[] }>;
  /** How addresses are visited. Their hosts may be private: the list names them. */
  visits: VisitParts;
  /** The environment, from which headers are filled in. */
  variables: Readonly<Record<string, string | undefined>>;
  now: () => Date;
  progress: Progress;
  visitsAtOnce: number;
}

/** Servers listed, and faults found. */
export interface OwnCounts {
  started: number;
  faults: number;
}

const words = ({ kind, cause }: Pick<Fault, 'kind' | 'cause'>): string =>
  `${faultKinds[kind].label} ${cause}`;

const keepListing = (store: Store, listing: ServerListing): Promise<void> =>
  store.saveSourcePage('bundled', [listing], { cursor: null, done: true });

async function listOwnProgram(program: OwnProgram, parts: OwnParts, signal: AbortSignal): Promise<OwnCounts> {
  const { store, progress, now } = parts;
  try {
    const { listing, faults } = await parts.listProgram(program, signal);
    await store.saveLive(listing, faults);
    progress(`${program.name}: ${count(listing.tools.length, 'tool')}, started and listed`);
    return { started: 1, faults: faults.length };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    const listing = ownListing(program.name, []);
    await keepListing(store, listing);
    const subject = serverId(listing);
    await store.saveFault(faultOf(error, { stage: 'inspect', subject, at: now().toISOString() }));
    progress(`${program.name}: ${words({ kind: error.kind, cause: error.message })}`);
    return { started: 0, faults: 1 };
  }
}

async function askOwnRemote(own: OwnRemote, parts: OwnParts, signal: AbortSignal): Promise<OwnCounts> {
  const { store, progress, visits, variables, now } = parts;
  const remote = { kind: own.transport, url: own.url };
  const listing = ownListing(own.name, [remote]);
  await keepListing(store, listing);
  const id = serverId(listing);
  const { headers, missing, redact } = filledHeaders(own.headers, variables);
  if (missing.length > 0) {
    const at = now().toISOString();
    const state = { state: 'needs-configuration', remote, at, variables: missing } as const;
    await store.saveRemoteVisit({ server: id, at, listing: null, reachability: [state] }, []);
    progress(`${own.name}: not asked, because the environment has no ${missing.join(' and no ')}`);
    return { started: 0, faults: 0 };
  }
  const answer = await visitServer({ id, remotes: [remote] }, { ...visits, headers }, signal);
  const { outcome } = answer;
  const faults = answer.faults.map((fault) => ({ ...fault, cause: redact(fault.cause) }));
  await store.saveRemoteVisit(outcome, faults);
  const tools = outcome.listing?.tools.length;
  const said = faults.map(words).join('; ') || outcome.reachability.map(({ state }) => state).join(', ');
  progress(`${own.name}: ${tools === undefined ? said : `${count(tools, 'tool')}, asked and listed`}`);
  return { started: tools === undefined ? 0 : 1, faults: faults.length };
}

/**
 * Lists programs and addresses of one's own, each time anew. One that fails leaves a fault and keeps its last good listing.
 * @throws the signal's reason when it aborts; what was listed until then is kept.
 */
export async function crawlOwn(
  { programs, remotes }: Pick<Bundle, 'programs' | 'remotes'>,
  parts: OwnParts,
  signal: AbortSignal,
): Promise<OwnCounts> {
  const visits = [
    ...programs.map((program) => (stop: AbortSignal) => listOwnProgram(program, parts, stop)),
    ...remotes.map((remote) => (stop: AbortSignal) => askOwnRemote(remote, parts, stop)),
  ];
  const all = await sideBySide(visits, parts.visitsAtOnce, (visit, stop) => visit(stop), signal);
  const sum = (field: keyof OwnCounts): number => all.reduce((total, each) => total + each[field], 0);
  return { started: sum('started'), faults: sum('faults') };
}
