import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lookupShards } from '../lookup/shards.ts';
import { paths } from '../model/paths.ts';
import type { Publisher } from './publisher.ts';

/** The files that servers are found with, by package, image, address, repository and name. */
export const lookup: Publisher = {
  id: 'lookup',
  publish(from, folder) {
    for (const [name, shard] of lookupShards(from.servers())) {
      const file = join(folder, paths.lookup(name));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(shard));
    }
    return Promise.resolve();
  },
};
