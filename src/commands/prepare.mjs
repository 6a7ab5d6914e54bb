// Runs on whatever Node npm was started with, before anything of the project's does: installs what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

function packagesIn(file) {
  const path = new URL(file, root);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** npm notes what it has installed; an optional package of another platform may be missing. */
function isInstalled() {
  const locked = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (installed === null) return false;
  return Object.entries(locked).every(
    ([name, { version, optional, peer }]) =>
      name === '' ||
      (installed[name] === undefined ? (optional ?? peer ?? false) : installed[name].version === version),
  );
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!isInstalled()) {
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
}
