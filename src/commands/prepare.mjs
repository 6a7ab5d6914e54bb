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

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!installed) {
  process.stderr.write('Installing what the lock names (about a minute the first time) …\n');
  const { status } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    fail('npm ci failed; its message stands above. Is the npm registry reachable? Then run this again.');
  const version = String(spawnSync('node', ['--version']).stdout).trim();
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    fail(
      `Node ${version}: Placard needs 22.18 or newer, and npm has none for this platform. Install one and run this again.`,
    );
  }
  writeFileSync(stamp, lock);
}
