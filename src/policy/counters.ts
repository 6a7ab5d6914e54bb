import type { Limit } from '../model/policy.ts';

/** The calls of one counter in one window. */
export interface Count {
  /** When the window began, in milliseconds since 1970, UTC. */
  start: number;
  used: number;
}

/** All counts of one grant, by `counterKey`. Plain entries, so that they can be stored. */
export type Counters = ReadonlyMap<string, Count>;

/** A limit and where it stands in its document. */
export type PlacedLimit = Limit & { at: string };

/**
 * The places that one call takes, one for each counter and window, the tightest limit on it first. It depends on the
 * limits and the moment alone, so that a caller may also take the places elsewhere: no place at or above `max`.
 */
export type Reservation = readonly {
  counter: string;
  window: Limit['window'];
  /** When the window began, in milliseconds since 1970, UTC. */
  start: number;
  max: number;
  /** JSON Pointer to the limit: what to answer when no place is left. */
  rule: string;
}[];

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

/** A count of another window than this one is over, also when a clock was set back. */
function usedSince(counters: Counters, limit: Pick<Limit, 'counter' | 'window'>, start: number): number {
  const count = counters.get(counterKey(limit));
  return count?.start === start ? count.used : 0;
}

/** The first limit that leaves no room for one more call, or undefined. Windows are those of the calendar in UTC. */
export function exhausted(
  limits: readonly PlacedLimit[],
  counters: Counters,
  now: number,
): PlacedLimit | undefined {
  return limits.find((limit) => usedSince(counters, limit, startOf(limit.window, now)) >= limit.max);
}

function places(limits: readonly PlacedLimit[], now: number): Reservation {
  const loosestFirst = limits.toSorted((a, b) => b.max - a.max);
  const tightest = new Map(loosestFirst.map((limit) => [counterKey(limit), limit]));
  return [...tightest.values()].map(({ counter, window, max, at }) => ({
    counter,
    window,
    start: startOf(window, now),
    max,
    rule: at,
  }));
}

/** The counts with one more call in each of these limits, before the call is made. */
export function reserve(
  limits: readonly PlacedLimit[],
  counters: Counters,
  now: number,
): { counters: Counters; reserved: Reservation } {
  const reserved = places(limits, now);
  const next = new Map(counters);
  for (const place of reserved) {
    const used = usedSince(counters, place, place.start) + 1;
    next.set(counterKey(place), { start: place.start, used });
  }
  return { counters: next, reserved };
}

/** The counts without a reserved call that was never made. A window that is over stays as it is. */
export function rollBack(counters: Counters, reserved: Reservation): Counters {
  const next = new Map(counters);
  for (const place of reserved) {
    const key = counterKey(place);
    const count = next.get(key);
    if (count?.start === place.start && count.used > 0)
      next.set(key, { start: count.start, used: count.used - 1 });
  }
  return next;
}
