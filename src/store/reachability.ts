import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { canonical } from '../model/canonical.ts';
import { Reachability } from '../model/reachability.ts';
import { parseRecord } from './database.ts';

/** The older record of the same answer, if there is one. */
function sameAnswer(answer: Reachability, known: readonly Reachability[]): Reachability | undefined {
  return known.find((older) => isDeepStrictEqual({ ...older, at: answer.at }, answer));
}

/** What the remote addresses of each server answer, since when, and when they were last visited. */
export function reachabilityTable(database: DatabaseSync, path: string) {
  const select = database.prepare('SELECT visited, record FROM reachability WHERE server = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO reachability VALUES (?, ?, ?)');
  const of = (server: string): { reachability: Reachability[]; visited: string | null } => {
    const row = select.get(server);
    if (row === undefined) return { reachability: [], visited: null };
    return {
      reachability: parseRecord(z.array(Reachability), row.record, {
        path,
        row: `the reachability of ${server}`,
      }),
      visited: typeof row.visited === 'string' ? row.visited : null,
    };
  };
  return {
    of,
    /** Replaces what is known; `visited` is null when somebody else has visited. */
    set(server: string, reachability: readonly Reachability[], visited: string | null): void {
      const known = of(server).reachability;
      const kept = reachability.map((answer) => sameAnswer(answer, known) ?? answer);
      replace.run(server, visited, canonical(kept));
    },
  };
}
