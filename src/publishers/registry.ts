import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { limits } from '../model/limits.ts';
import { registryFiles } from '../registry/registry-files.ts';
import type { Publisher } from './publisher.ts';

/**
 * A registry of the servers up to a ceiling, for clients that take the address of one. Which servers are in it, and under which
 * names, rests on the whole catalogue. Without a ceiling there is none, because who approves must say up to where.
 */
export const registry: Publisher = {
  id: 'registry',
  publish(from, folder) {
    const { site, ceiling } = from;
    if (site === undefined || ceiling === null) return Promise.resolve();
    for (const { path, value } of registryFiles(from.servers(), ceiling, site, limits.registryRows)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(value));
    }
    return Promise.resolve();
  },
};
