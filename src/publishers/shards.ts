import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { paths } from '../model/paths.ts';
import type { Publisher } from './publisher.ts';

/** The files of the catalogue as they are. */
export const shards: Publisher = {
  id: 'shards',
  publish(from, folder) {
    for (const [name, text] of from.shards()) {
      const file = join(folder, paths.catalogueFile(name));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return Promise.resolve();
  },
};
