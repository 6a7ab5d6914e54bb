import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFiles } from './publisher.ts';

/** The files of a site that is made as a whole, in its folder. */
export function folderFiles(folder: string): SiteFiles {
  const placeOf = (path: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  return {
    put(path, content) {
      writeFileSync(placeOf(path), content);
    },
    async make(_paths, _restsOn, write) {
      await write(placeOf);
    },
    find: (path) => join(folder, path),
  };
}
