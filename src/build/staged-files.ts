import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFiles } from '../publishers/publisher.ts';
import { claimedDigest, type Digests, digestOf } from './digests.ts';
import type { BuiltFile } from './records.ts';
import { type Staging, stagedPlace } from './staging.ts';

/** Files that were taken, and those of them that the site did not have. */
export interface StagedFiles {
  files: SiteFiles;
  records: BuiltFile[];
  /** Paths. */
  made: string[];
}

/** Takes files for a site: one that the site has already, by the digest in its records, is neither written nor looked at again. */
export function stagedFiles(staging: Staging, site: string, known: Digests): StagedFiles {
  const [records, made]: [BuiltFile[], string[]] = [[], []];
  const folders = new Set<string>();
  const placeOf = (path: string): string => {
    const file = stagedPlace(staging, path.slice(1));
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return file;
  };
  /** Notes a file. Returns whether it has to be written. */
  const note = (path: string, digest: string): boolean => {
    const own = path.slice(1);
    records.push({ digest, kind: 'file', path: own });
    if (claimedDigest(known, own) === digest) return false;
    made.push(own);
    return true;
  };
  return {
    ...{ records, made },
    files: {
      put(path, content) {
        if (note(path, digestOf(content))) writeFileSync(placeOf(path), content);
      },
      async make(paths, restsOn, write) {
        const areNew = paths.map((path) => note(path, digestOf(restsOn)));
        if (areNew.includes(true)) await write(placeOf);
      },
      find(path) {
        const staged = stagedPlace(staging, path.slice(1));
        return existsSync(staged) ? staged : join(site, path);
      },
    },
  };
}
