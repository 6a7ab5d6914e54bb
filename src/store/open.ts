import { existsSync } from 'node:fs';
import { UserError } from '../terminal/command.ts';
import { databaseClock } from './database-clock.ts';
import { SqlStore } from './sql-store.ts';
import { openStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** A store, and the time that its records are dated with: a database's own, or this machine's where the store is a file. */
export interface DatedStore extends Store {
  now: () => Date;
}

/** The address in DATABASE_URL; null when the store is a file. */
export function databaseUrl(environment: Readonly<Record<string, string | undefined>>): string | null {
  const url = environment.DATABASE_URL?.trim() ?? '';
  return url === '' ? null : url;
}

/** The store that DATABASE_URL names; without one, the one in a file. @throws UserError when it cannot be used. */
export async function openChosenStore(
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
): Promise<DatedStore> {
  const url = databaseUrl(environment);
  if (url === null) return Object.assign(await openStore(file), { now: () => new Date() });
  const { openPostgres } = await import('./open-postgres.ts'); // who has a file loads nothing of Postgres
  const database = await openPostgres(url);
  return Object.assign(new SqlStore(database), { now: await databaseClock(database) });
}

/** The same, where there is one to read. @throws UserError when there is none; `next` is what it tells the user to do. */
export function openKnownStore(
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
  next: string,
): Promise<DatedStore> {
  if (databaseUrl(environment) === null && !existsSync(file))
    throw new UserError(`${file}: there is no store. ${next}`);
  return openChosenStore(environment, file);
}
