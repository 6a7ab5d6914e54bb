import { hosts } from '../../crawler/remote/host.ts';
import type { Resolve } from '../../crawler/remote/connector.ts';
import { systemClock } from '../../crawler/remote/system-clock.ts';
import { visitServer } from '../../crawler/remote/visit-server.ts';
import type { Remote } from '../model/launch.ts';
import type { Limits } from '../model/limits.ts';
import type { Outcome } from './listed.ts';

/** What remote servers are asked with. */
export interface Asking {
  resolve: Resolve;
  limits: Limits;
  now: () => Date;
}

/**
 * Lists the tools at an address, without credentials. The host may be a private one, because the user has named it; nothing it
 * redirects to may be.
 * @throws the signal's reason when it aborts.
 */
export async function listRemote(
  remote: Remote,
  { resolve, limits, now }: Asking,
  signal: AbortSignal,
): Promise<Outcome> {
  const named = URL.canParse(remote.url) ? new URL(remote.url).hostname.replace(/^\[|\]$/g, '') : '';
  const reach = { resolve, isAllowed: (hostname: string) => hostname === named };
  const hostOf = hosts(0, systemClock);
  const parts = { reach, clock: systemClock, now, limits, hostOf };
  const { outcome, faults } = await visitServer({ id: remote.url, remotes: [remote] }, parts, signal);
  const failures = faults.map(({ kind, cause: message }) => ({ kind, message }));
  if (outcome.listing !== null) {
    const { tools, inspection } = outcome.listing;
    const about = { version: null, integrity: null, protocol: inspection.protocol };
    return { state: 'listed', listed: { ...about, tools, failures } };
  }
  const [wish] = outcome.reachability;
  if (
    wish?.state === 'needs-login' ||
    wish?.state === 'needs-payment' ||
    wish?.state === 'needs-configuration'
  )
    return { state: 'wants', wish };
  const [failure = { kind: 'unreachable' as const, message: remote.url }] = failures;
  return { state: 'failed', failure };
}
