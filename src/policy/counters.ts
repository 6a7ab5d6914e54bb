import type { Limit } from '../model/policy.ts';

/** The calls of one counter in one window. */
export interface Count {
  /** When the window began, in milliseconds since 1970, UTC. */
  start: number;
  used: number;
}

/** All counts of one grant, by `counterKey`. Plain entries, so that they can be stored. */
export type Counters = ReadonlyMap<string, Count>;

/** What one call took: the counts as they must be given back when the call is never made. */
export type Reservation = readonly { key: string; start: number }[];

const milliseconds: Readonly<Record<Limit['window'], number>> = {
  minute: 60_000,
  hour: 60 * 60_000,
  day: 24 * 60 * 60_000,
};

/** Limits of the same counter and window count together, also across tools. */
export function counterKey({ counter, window }: Pick<Limit, 'counter' | 'window'>): string {
  return `${window} ${counter}`;
}

const startOf = (window: Limit['window'], now: number): number => now - (now % milliseconds[window]);

/** A count of another window than the present one is over, also when a clock was set back. */
function usedIn(counters: Counters, limit: Limit, now: number): number {
  const count = counters.get(counterKey(limit));
  return count?.start === startOf(limit.window, now) ? count.used : 0;
}

/** The first limit that leaves no room for one more call, or undefined. Windows are those of the calendar in UTC. */
export function exhausted<L extends Limit>(
  limits: readonly L[],
  counters: Counters,
  now: number,
): L | undefined {
  return limits.find((limit) => usedIn(counters, limit, now) >= limit.max);
}

/** The counts with one more call in each of these limits, before the call is made. */
export function reserve(
  limits: readonly Limit[],
  counters: Counters,
  now: number,
): { counters: Counters; reserved: Reservation } {
  const next = new Map(counters);
  const distinct = new Map(limits.map((limit) => [counterKey(limit), limit]));
  const reserved = [...distinct].map(([key, limit]) => {
    const start = startOf(limit.window, now);
    next.set(key, { start, used: usedIn(counters, limit, now) + 1 });
    return { key, start };
  });
  return { counters: next, reserved };
}

/** The counts without a reserved call that was never made. A window that is over stays as it is. */
export function rollBack(counters: Counters, reserved: Reservation): Counters {
  const next = new Map(counters);
  for (const { key, start } of reserved) {
    const count = next.get(key);
    if (count?.start === start && count.used > 0) next.set(key, { start, used: count.used - 1 });
  }
  return next;
}
