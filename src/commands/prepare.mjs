// Runs on whatever Node npm was started with, before anything of the project's does: installs what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const root = new URL('../../', import.meta.url);
const stamp = new URL('node_modules/.placard-lock', root);
const lock = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex');
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

if (!installed) {
  process.stderr.write('Installing what the lock names (about a minute the first time) …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(
      'npm ci failed: see its message above. Is the npm registry reachable? Then run the command again.\n',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
