import pg from 'pg';
import { limits } from '../model/limits.ts';
import { UserError, exitCodes } from '../terminal/command.ts';
import { type Connection, type Connections, isAbsence, schema } from './postgres.ts';

/** A connection of node-postgres as the store uses one. */
function connectionOf(client: pg.ClientBase): Connection {
  return {
    async query(text, values) {
      // a text of several statements has a result for each of them
      const results = [await client.query<Record<string, unknown>>(text, values)].flat();
      return { rows: results.flatMap(({ rows }) => rows), changed: results.at(-1)?.rowCount ?? 0 };
    },
  };
}

/** An address without its password. @throws UserError with exit code 2 when it is none of a Postgres. */
export function databaseName(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^postgres(?:ql)?:$/.test(parsed.protocol))
    throw new UserError(
      'DATABASE_URL is no address of a Postgres. Set it to something like postgres://user:password@host:5432/placard, or unset it to use a file.',
      exitCodes.usage,
    );
  parsed.password = '';
  parsed.search = '';
  return parsed.href;
}

/** Leaves the transaction that a connection may be in. Resolves to whether that went well; what the client knows of it comes after the error. */
const isOutside = (client: pg.ClientBase): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );

/**
 * Connections of node-postgres to the database of an address, at most so many. Names are looked for in the store's
 * schema. One that does not answer a statement in so many milliseconds is cut off, though nobody may ever tell us.
 */
export function poolOf(
  url: string,
  max: number,
  answer: number = limits.databaseAnswerMilliseconds,
): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: Math.min(answer, limits.databaseConnectMilliseconds),
    query_timeout: answer,
    keepAlive: true,
    application_name: 'placard',
  });
  const prepared = new WeakSet<pg.ClientBase>();
  pool.on('error', () => null); // an idle connection that breaks is replaced when it is needed
  // one that breaks between two statements says so at the next; without a listener, it would end the process
  pool.on('connect', (client) => client.on('error', () => null));
  return {
    name: databaseName(url),
    async lend(work) {
      const client = await pool.connect();
      try {
        if (!prepared.has(client)) await client.query(`SET search_path TO ${schema}`);
        prepared.add(client);
        const result = await work(connectionOf(client));
        client.release();
        return result;
      } catch (error) {
        // a text of several statements may have begun a transaction: whoever is lent the connection next would be in it
        client.release(isAbsence(error) || !(await isOutside(client)));
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
