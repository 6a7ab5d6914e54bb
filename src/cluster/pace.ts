import { setTimeout } from 'node:timers/promises';
import { retryAfter } from '../model/retry-after.ts';
import type { Sql } from '../store/sql.ts';

/** The longest time, in seconds, that a place may be left alone. What lies further ahead comes of a clock that jumped. */
const longest = 24 * 60 * 60;

/** The next slot: its row is locked by whoever takes one, so that no two workers have the same. */
const take = `
  INSERT INTO pace AS slot (name, next_at) VALUES ($1, clock_timestamp() + $2::float8 * interval '1 second')
  ON CONFLICT (name) DO UPDATE SET next_at = $2::float8 * interval '1 second' + CASE
    WHEN slot.next_at > clock_timestamp() + interval '${longest} seconds' THEN clock_timestamp()
    ELSE greatest(slot.next_at, clock_timestamp()) END
  RETURNING extract(epoch FROM next_at - $2::float8 * interval '1 second' - clock_timestamp())::float8 AS wait`;

const push = `
  INSERT INTO pace AS slot (name, next_at) VALUES ($1, clock_timestamp() + $2::float8 * interval '1 second')
  ON CONFLICT (name) DO UPDATE SET next_at = greatest(slot.next_at, excluded.next_at)`;

/**
 * Waits for a slot of a place that all workers ask, at most so many a second in all. A worker that wakes up when half
 * of its slot has passed takes another, and slots are a twentieth longer than they need be: so the ways of requests
 * through machines and networks, which take their time, do not make more of them than were asked for.
 */
export async function slot(sql: Sql, name: string, perSecond: number, signal: AbortSignal): Promise<void> {
  const step = 1.05 / perSecond;
  for (;;) {
    const [row] = await sql.rows(take, name, step);
    const asked = performance.now();
    const wait = Math.max(0, Number(row?.wait) * 1000);
    await setTimeout(wait, undefined, { signal });
    if (performance.now() - asked < wait + step * 500) return;
  }
}

/** Leaves a place alone for so many seconds, as it asked one of the workers. */
export async function pause(sql: Sql, name: string, seconds: number): Promise<void> {
  await sql.run(push, name, Math.min(seconds, longest));
}

type Fetch = typeof fetch;

/** `fetch`, at the pace of all workers towards each host. What one of them is told about resting, all keep to. */
export function pacedFetch(sql: Sql, perSecond: number, ask: Fetch = fetch): Fetch {
  return async (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input);
    const signal = init?.signal ?? new AbortController().signal;
    await slot(sql, host, perSecond, signal);
    const answer = await ask(input, init);
    if (answer.status !== 429 && answer.status !== 503) return answer;
    // one that does not say when it was sent can name no date: this machine's clock may be wrong
    const rest = retryAfter(answer.headers, NaN);
    if (rest !== null) await pause(sql, host, rest / 1000);
    return answer;
  };
}
