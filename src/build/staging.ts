import { hash } from 'node:crypto';
import { join } from 'node:path';

/**
 * Where the new files of a site wait. A tree takes the place of the site as a whole; files that are moved into it one by one lie side by
 * side, because making a folder for each, and removing it, takes longer than making the file.
 */
export interface Staging {
  folder: string;
  isTree: boolean;
}

/** Where a file of the site waits. */
export const stagedPlace = ({ folder, isTree }: Staging, path: string): string =>
  join(folder, isTree ? path : hash('sha256', path));
