import { randomUUID } from 'node:crypto';
import { hashOf } from '../../model/canonical.ts';
import type { Json } from '../../model/json.ts';
import { limits } from '../../model/limits.ts';
import type { Taken } from '../counters.ts';

/** A call that was judged and counted, and comes again with an answer. */
export interface Ticket {
  /** Whose answer is awaited: the guard's own question, or the server's. */
  asks: 'guard' | 'server';
  /** The places it took; given back when the question is never answered. */
  taken: Taken | null;
  /** The server's own word that comes back with the answer, if it gave one. */
  state: string | undefined;
  rule: string;
}

/** Open questions of one grant. Each ticket is good for one call with the very same tool and arguments. */
export interface Tickets {
  /** Keeps the ticket and returns its number, or null when too many are open. */
  issue(call: Json, ticket: Ticket): string | null;
  /** The ticket of that number, which is used up by this; null when there is none for this call. */
  redeem(number: string, call: Json): Ticket | null;
}

export function ticketsKeptBy(now: () => Date): Tickets {
  const open = new Map<string, Ticket & { call: string; until: number }>();
  const dropExpired = (): void => {
    for (const [number, { until, taken, asks }] of open) {
      if (until > now().getTime()) return; // the oldest come first
      open.delete(number);
      if (asks === 'guard') taken?.release();
    }
  };
  return {
    issue(call, ticket) {
      dropExpired();
      if (open.size >= limits.guardOpenCalls) return null;
      const number = `placard-${randomUUID()}`;
      open.set(number, {
        ...ticket,
        call: hashOf(call),
        until: now().getTime() + limits.guardAnswerMilliseconds,
      });
      return number;
    },
    redeem(number, call) {
      dropExpired();
      const found = open.get(number);
      if (found === undefined) return null;
      open.delete(number);
      if (found.call === hashOf(call)) return found;
      if (found.asks === 'guard') found.taken?.release();
      return null;
    },
  };
}
