import { type PostgresServer, startPostgres } from './server.ts';
import { careless, variable } from './settings.ts';

let server: PostgresServer | undefined;

/** One Postgres for all files of a test run (`--test-global-setup`). */
export async function globalSetup(): Promise<void> {
  server = await startPostgres(careless);
  process.env[variable] = server.url;
}

export async function globalTeardown(): Promise<void> {
  await server?.remove();
}
