import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { canonical } from '../model/canonical.ts';
import { Reachability } from '../model/reachability.ts';
import { parseRecord, rowsAmong, type Sql, textOrNull } from './sql.ts';

interface Visited {
  reachability: Reachability[];
  /** Null when only somebody else has visited. */
  visited: string | null;
}

/** The older record of the same answer, if there is one. */
function sameAnswer(answer: Reachability, known: readonly Reachability[]): Reachability | undefined {
  return known.find((older) => isDeepStrictEqual({ ...older, at: answer.at }, answer));
}

const replace = `
  INSERT INTO reachability VALUES ($1, $2, $3)
  ON CONFLICT (server) DO UPDATE SET visited = excluded.visited, record = excluded.record`;

/** What the remote addresses of each server answer, since when, and when they were last visited. */
export function reachabilityTable(sql: Sql) {
  const among = async (servers: readonly string[]): Promise<Map<string, Visited>> => {
    const rows = await rowsAmong(
      sql,
      servers,
      (list) => `SELECT server, visited, record FROM reachability WHERE server IN ${list}`,
    );
    return new Map(
      rows.map(({ server, visited, record }) => [
        String(server),
        {
          reachability: parseRecord(
            ...([sql, z.array(Reachability), record] as const),
            `the reachability of ${String(server)}`,
          ),
          visited: textOrNull(visited),
        },
      ]),
    );
  };
  const of = async (server: string): Promise<Visited> =>
    (await among([server])).get(server) ?? { reachability: [], visited: null };
  return {
    among,
    of,
    /** Replaces what is known; `visited` is null when somebody else has visited. */
    async set(server: string, reachability: readonly Reachability[], visited: string | null): Promise<void> {
      const known = (await of(server)).reachability;
      const kept = reachability.map((answer) => sameAnswer(answer, known) ?? answer);
      await sql.run(replace, server, visited, canonical(kept));
    },
  };
}
