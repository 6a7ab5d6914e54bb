import { after } from 'node:test';
import { type PostgresServer, startPostgres } from './server.ts';
import { careless, variable } from './settings.ts';

let own: Promise<PostgresServer> | undefined;
after(async () => {
  await (await own)?.remove();
});

/** The address of the Postgres of this test run; a file that is run alone starts one of its own and ends it. */
export async function sharedPostgres(): Promise<string> {
  const known = process.env[variable];
  if (known !== undefined) return known;
  own ??= startPostgres(careless);
  return (await own).url;
}
