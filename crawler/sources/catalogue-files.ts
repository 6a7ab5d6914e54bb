import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Parser } from 'tar';
import type { ReadEntry } from 'tar';
import type { Limits } from '../../src/model/limits.ts';
import { UserError } from '../../src/terminal/command.ts';
import { Failure, messageOf } from '../failure.ts';
import type { Reach } from './source.ts';
import { byText } from '../../src/model/text-order.ts';

/** A file of a catalogue: its path with slashes, below some folder or other, and its text. */
export interface CatalogueFile {
  path: string;
  text: string;
}

type Wanted = (path: string) => boolean;

/** Reads the wanted files of a gzipped tar archive without unpacking it anywhere. */
export function readArchive(bytes: Uint8Array, wanted: Wanted, limits: Limits): Promise<CatalogueFile[]> {
  const files: CatalogueFile[] = [];
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    const refuse = (cause: string): void => {
      reject(new Failure('bad-response', `no usable archive: ${cause}`));
    };
    const take = (entry: ReadEntry): void => {
      unpacked += entry.size;
      if (unpacked > limits.archiveBytes) refuse(`it unpacks to more than ${limits.archiveBytes} bytes`);
      if (unpacked > limits.archiveBytes || entry.type !== 'File' || !wanted(entry.path)) {
        entry.resume();
        return;
      }
      if (files.length >= limits.archiveFiles) refuse(`more than ${limits.archiveFiles} files`);
      const chunks: Buffer[] = [];
      entry.on('data', (chunk) => chunks.push(chunk));
      entry.on('end', () => files.push({ path: entry.path, text: Buffer.concat(chunks).toString() }));
    };
    const parser = new Parser({
      onReadEntry: take,
      onwarn: (code, message) => {
        if (code !== 'TAR_ENTRY_INFO') refuse(messageOf(message));
      },
    });
    parser.on('error', (error: Error) => {
      refuse(error.message);
    });
    parser.on('end', () => {
      resolve(files);
    });
    parser.end(Buffer.from(bytes));
  });
}

/** Reads the wanted files of a folder, following no link. */
async function readFolder(folder: string, wanted: Wanted, limits: Limits): Promise<CatalogueFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: relative(folder, file).replaceAll(sep, '/') }))
    .filter(({ path }) => wanted(path));
  if (paths.length > limits.archiveFiles)
    throw new UserError(`${folder} holds ${paths.length} such files, the limit is ${limits.archiveFiles}.`);
  const files: CatalogueFile[] = [];
  for (const { file, path } of paths) files.push({ path, text: await readFile(file, 'utf8') });
  return files;
}

/** What a path names. @throws UserError when nothing readable is there or it is too large. */
export async function readPath(from: string, limits: Limits): Promise<Uint8Array | 'folder'> {
  try {
    const status = await lstat(from);
    if (status.isDirectory()) return 'folder';
    if (status.size <= limits.archiveBytes) return await readFile(from);
  } catch (error) {
    throw new UserError(`${from} cannot be read: ${messageOf(error)}. Name another with --from.`);
  }
  throw new UserError(`${from} is larger than ${limits.archiveBytes} bytes. Name another with --from.`);
}

/**
 * The wanted files of a catalogue, sorted by path: from the folder or archive the caller named, else from the archive at
 * the source's address. Null when that is as it was.
 * @throws Failure `bad-response` when there is no archive, or none of these files in it.
 */
export async function catalogueFiles(reach: Reach, wanted: Wanted): Promise<CatalogueFile[] | null> {
  const { from, base, limits, page } = reach;
  const wish = { accept: 'application/gzip', bytes: limits.archiveBytes };
  const held = from === null ? ((await page(base, wish))?.bytes ?? null) : await readPath(from, limits);
  if (held === null) return null;
  const files =
    held === 'folder'
      ? await readFolder(from ?? '', wanted, limits)
      : await readArchive(held, wanted, limits);
  if (files.length === 0)
    throw new Failure('bad-response', `${from ?? base} holds no file of this catalogue`);
  return files.sort((a, b) => byText(a.path, b.path));
}
