import { closeSync, existsSync, openSync, readSync } from 'node:fs';

/** A file of a built site: its path from the site's folder, and the digest of what it was made from. */
export interface BuiltFile {
  /** 16 hexadecimal digits. */
  digest: string;
  /** A page has a Markdown twin beside it and a place in the sitemap. */
  kind: 'page' | 'file';
  path: string;
}

/** The digest of a file that is about to be replaced: equal to no other, so that a killed build is completed by the next. */
export const unfinished = '0'.repeat(16);

/** One line of the records of a site. Paths have no line breaks, because slugs have none. */
export const recordLine = ({ digest, kind, path }: BuiltFile): string => `${digest} ${kind} ${path}\n`;

function parse(line: string): BuiltFile {
  const [digest = '', kind] = line.split(' ', 2);
  return { digest, kind: kind === 'page' ? 'page' : 'file', path: line.slice(digest.length + 6) };
}

const chunkBytes = 1024 * 1024;

/** The lines of a text file, of which a part is in memory at a time; none of a file that does not exist. A last line without an end is left out. */
export function* linesOf(file: string): Generator<string> {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let rest = Buffer.alloc(0);
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      const text = Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = text.lastIndexOf('\n') + 1;
      rest = Buffer.from(text.subarray(end));
      if (end > 0) yield* text.toString('utf8', 0, end - 1).split('\n');
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The records in a file, in its order. */
export function* readRecords(file: string): Generator<BuiltFile> {
  for (const line of linesOf(file)) yield parse(line);
}

/** What stands on disk for a record. */
export const filesOf = ({ kind, path }: Pick<BuiltFile, 'kind' | 'path'>): string[] =>
  kind === 'page' ? [path, twinOf(path)] : [path];

/** The Markdown twin of the page in this file. */
export const twinOf = (path: string): string => path.replace(/html$/, 'md');
