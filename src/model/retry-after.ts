/**
 * When an answer was sent, by the clock of who sent it (its Date header, RFC 9110, 6.6.1), in milliseconds; `now` where it
 * does not say. Dates in its other headers are of that clock: held against it, they say the same on a machine whose own is wrong.
 */
export function sentAt(headers: Headers, now: number): number {
  const sent = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(sent) ? now : sent;
}

/** Milliseconds that an answer asks to be left alone: seconds or a date (Retry-After, RFC 9110, 10.2.3). Null when it does not, or unreadably. */
export function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const milliseconds = Date.parse(text) - sentAt(headers, now);
  return Number.isNaN(milliseconds) ? null : Math.max(milliseconds, 0);
}
