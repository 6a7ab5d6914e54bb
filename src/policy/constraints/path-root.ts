import { type ConstraintKind, holdsText, onValue } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const kin = /(?:^| )(?:paths?|files?|filenames?|dir|directory|directories|folders?|cwd)$/;

/** One segment of a path that is neither `.` nor `..` and holds no backslash. */
const segment = '(?:[^/\\\\.][^/\\\\]*|\\.[^/\\\\.][^/\\\\]*|\\.\\.[^/\\\\]+)';

/** A pattern for the folder and everything in it. */
const within = (folder: string): string => `^${folder}(?:/${segment})*/?$`;

/** A file or folder: only inside one folder. */
export const pathRoot: ConstraintKind = {
  id: 'path-root',
  derive({ proved }) {
    const { why, fill, placeholder } = words.path;
    return proved('p:path', kin)
      .filter(holdsText)
      .flatMap((argument) => onValue(argument, { op: 'regex', value: within(placeholder), why, fill }));
  },
};
