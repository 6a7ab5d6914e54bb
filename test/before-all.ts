import { forgetCompiled } from './compiled.ts';
import { bundleOnce } from './guard/bundled-once.ts';
import * as postgres from './postgres/global.ts';

let removeGuard = (): void => undefined;

/** What many files of a test run need and one of them would make (`--test-global-setup`): a Postgres and the guard as one file. */
export async function globalSetup(): Promise<void> {
  forgetCompiled();
  [removeGuard] = await Promise.all([bundleOnce(), postgres.globalSetup()]);
}

export async function globalTeardown(): Promise<void> {
  removeGuard();
  await postgres.globalTeardown();
}
