import { appendFileSync, closeSync, existsSync, openSync, readSync } from 'node:fs';

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

/** The bytes of a file, of which a part is in memory at a time; none of one that does not exist. Each part is good until the next. */
function* chunksOf(file: string): Generator<Buffer> {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk))
      yield chunk.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

/** The lines of a text file. A last line without an end is left out. */
export function* linesOf(file: string): Generator<string> {
  let rest = Buffer.alloc(0);
  for (const chunk of chunksOf(file)) {
    const text = Buffer.concat([rest, chunk]);
    const end = text.lastIndexOf('\n') + 1;
    rest = Buffer.from(text.subarray(end));
    if (end > 0) yield* text.toString('utf8', 0, end - 1).split('\n');
  }
}

/** How many lines these files have. */
export function countLines(files: readonly string[]): number {
  let count = 0;
  for (const file of files)
    for (const chunk of chunksOf(file))
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Adds all of these files to another one. */
export function appendFiles(to: string, files: readonly string[]): void {
  for (const file of files) for (const chunk of chunksOf(file)) appendFileSync(to, chunk);
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
