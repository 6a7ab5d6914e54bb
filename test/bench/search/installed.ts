import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { locations } from '../../../src/model/locations.ts';
import { UserError } from '../../../src/terminal/command.ts';

/** What ours is measured against, installed when it is asked for. */
export const peers = { minisearch: '7.2.0', flexsearch: '0.8.212', pagefind: '1.6.0' } as const;

/** Installs the peers unless they are there. Returns the folder of their packages. */
export function installPeers(): string {
  const folder = resolve(locations.searchPeers);
  const isThere = Object.keys(peers).every((name) => existsSync(join(folder, 'node_modules', name)));
  if (!isThere) {
    mkdirSync(folder, { recursive: true });
    const wanted = Object.entries(peers).map(([name, version]) => `${name}@${version}`);
    const words = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...wanted];
    if (spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
      throw new UserError(`${wanted.join(', ')}: npm could not install them; its own words stand above.`);
  }
  return join(folder, 'node_modules');
}
