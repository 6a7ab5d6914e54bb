import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where what Node has compiled lies for all tests of all runs. */
export const compiled = join(import.meta.dirname, '../node_modules/.cache/placard-test');

/** What one run leaves there, several times over. */
const mostBytes = 400_000_000;

/** Begins anew when most of it must be of files that are gone: nothing else tells which these are. */
export function forgetCompiled(): void {
  if (!existsSync(compiled)) return;
  const entries = readdirSync(compiled, { recursive: true, encoding: 'utf8' });
  const bytes = entries.reduce((sum, name) => sum + statSync(join(compiled, name)).size, 0);
  if (bytes > mostBytes) rmSync(compiled, { recursive: true, force: true });
}
