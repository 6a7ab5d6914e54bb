import type { Fault, FaultKind } from '../../src/model/fault.ts';
import type { Remote } from '../../src/model/launch.ts';
import type { Reachability } from '../../src/model/reachability.ts';
import type { RemoteVisit } from '../../src/model/server.ts';
import type { RemoteOutcome } from '../../src/store/store.ts';
import { Failure, faultOf } from '../failure.ts';
import type { Host } from './host.ts';
import { Refusal } from './refusal.ts';
import { visitRemote } from './visit-remote.ts';
import type { RemoteParts } from './visit-remote.ts';

/** A known server and where it can be asked. */
export interface RemoteServer {
  id: string;
  remotes: readonly Remote[];
}

/** What visits need besides: the host of each name, for our manners. */
export interface VisitParts extends RemoteParts {
  hostOf: (hostname: string) => Host;
}

/** What a failed visit means for the address. Only what is surely not there is unreachable. */
function stateOf(kind: FaultKind): 'unreachable' | 'unlisted' | 'unknown' {
  if (kind === 'unreachable') return 'unreachable';
  return ['timed-out', 'throttled', 'not-answered', 'private-address'].includes(kind)
    ? 'unknown'
    : 'unlisted';
}

/** The names that stand in braces in an address: values that only its user has. */
export function variablesOf(url: string): string[] {
  return [...url.matchAll(/(?:\{|%7B)([^{}%]*)(?:\}|%7D)/gi)].map(([, name]) => name ?? '');
}

/** What one address answered. */
interface Result extends Pick<RemoteOutcome, 'listing'> {
  reachability: Reachability;
  failures: Failure[];
}

async function list(remote: Remote, at: string, parts: VisitParts, signal: AbortSignal): Promise<Result> {
  const host = parts.hostOf(URL.canParse(remote.url) ? new URL(remote.url).hostname : '');
  const answer = await host.alone(() => visitRemote(remote, host, parts, signal));
  const { kind, tools, failures, ...about } = answer;
  const inspection: RemoteVisit = { kind: 'remote', remote: { kind, url: remote.url }, at, ...about };
  return { listing: { inspection, tools }, failures, reachability: { state: 'listed', remote, at } };
}

async function ask(remote: Remote, parts: VisitParts, signal: AbortSignal): Promise<Result> {
  const at = parts.now().toISOString();
  const nothing = { listing: null, failures: [] };
  const variables = variablesOf(remote.url);
  if (variables.length > 0) {
    return { ...nothing, reachability: { state: 'needs-configuration', remote, at, variables } };
  }
  try {
    return await list(remote, at, parts, signal);
  } catch (error) {
    if (error instanceof Refusal) return { ...nothing, reachability: { ...error.condition, remote, at } };
    if (!(error instanceof Failure)) throw error;
    return { ...nothing, failures: [error], reachability: { state: stateOf(error.kind), remote, at } };
  }
}

/**
 * Asks the remote addresses of a server one after the other until one lists its tools.
 * @throws the signal's reason when it aborts.
 */
export async function visitServer(
  { id, remotes }: RemoteServer,
  parts: VisitParts,
  signal: AbortSignal,
): Promise<{ outcome: RemoteOutcome; faults: Fault[] }> {
  const reachability: Reachability[] = [];
  let listing: RemoteOutcome['listing'] = null;
  let failures: Failure[] = [];
  for (const remote of remotes) {
    const result = await ask(remote, parts, signal);
    reachability.push(result.reachability);
    failures.push(...result.failures);
    if (result.listing === null) continue;
    listing = result.listing;
    failures = result.failures; // what other addresses failed at does not matter any more
    break;
  }
  const at = parts.now().toISOString();
  const faults = failures.map((failure) => faultOf(failure, { stage: 'inspect', subject: id, at }));
  return { outcome: { server: id, at, listing, reachability }, faults };
}
