import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { locations } from '../../src/model/locations.ts';
import { provedVersion, type TestedClient } from './client.ts';

const versionIn = (folder: string, name: string): string | undefined => {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return undefined;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
};

/**
 * The folder that holds exactly the proved versions of these clients; what is missing is installed from npm, with the
 * scripts that some of them need. About 700 MB.
 */
export function installed(clients: readonly TestedClient[]): string {
  const folder = resolve(locations.clients);
  const dependencies = Object.fromEntries(clients.map((each) => [each.package, provedVersion(each.format)]));
  const isThere = Object.entries(dependencies).every(
    ([name, version]) => versionIn(folder, name) === version,
  );
  if (isThere) return folder;
  mkdirSync(folder, { recursive: true });
  const allowScripts = Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [`${name}@${version}`, true]),
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, allowScripts }));
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('npm could not install the clients; its own words stand above.');
  return folder;
}
