import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleGuard } from '../../src/commands/guard-bundle.ts';

/** Where a run of all tests says that the guard lies, alone in its folder. */
export const bundledGuardVariable = 'PLACARD_TESTED_GUARD';

/** Bundles the guard for all files of a test run; each finds it through the environment. Resolves to how it is removed. */
export async function bundleOnce(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'placard-guard-'));
  const { file } = await bundleGuard(folder);
  process.env[bundledGuardVariable] = file;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
