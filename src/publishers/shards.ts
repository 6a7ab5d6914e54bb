import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSums } from '../catalogue/sums.ts';
import { paths } from '../model/paths.ts';
import type { Publisher } from './publisher.ts';

/** The files of the catalogue as they are. */
export const shards: Publisher = {
  id: 'shards',
  kept: null,
  async publish({ catalogue }, files) {
    for (const [name, sum] of publishedSums(catalogue)) {
      const path = paths.catalogueFile(name);
      await files.make([path], sum, (placeOf) => {
        copyFileSync(join(catalogue, name), placeOf(path));
      });
    }
  },
};
