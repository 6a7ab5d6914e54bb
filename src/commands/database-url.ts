import { databaseUrl } from '../store/open.ts';
import { exitCodes, UserError } from '../terminal/command.ts';

/** The address in DATABASE_URL. @throws UserError with exit code 2 when it is not set. */
export function givenUrl(): string {
  const url = databaseUrl(process.env);
  if (url !== null) return url;
  throw new UserError(
    'DATABASE_URL is not set: there is a cluster only where a Postgres holds the store. Set it to something like postgres://user:password@host:5432/placard.',
    exitCodes.usage,
  );
}
