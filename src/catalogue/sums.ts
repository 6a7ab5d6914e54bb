import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../terminal/command.ts';

/** The file beside the shards that has the SHA-256 of each, as `sha256sum --check` reads it. Catalogues of earlier versions have none. */
export const sumsName = 'SHA256SUMS';

/** The text of that file. */
export const sumsText = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('');

const differs = (folder: string, name: string, cause: string): UserError =>
  new UserError(
    `${join(folder, name)} is not as it was published: ${cause}\nRestore the folder (git checkout HEAD -- ${folder}) or publish it again (npm run classify).`,
  );

function readSums(folder: string): ReadonlyMap<string, string> | null {
  const file = join(folder, sumsName);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const odd = lines.findIndex((line) => !/^[0-9a-f]{64} {2}\S+$/.test(line));
  if (odd >= 0) throw differs(folder, sumsName, `line ${odd + 1} is no SHA-256 with the name of a file.`);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** The files of a catalogue as they stand, by name; none when the folder does not exist. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
}

/**
 * The files of a published catalogue, by name; none when the folder does not exist.
 * @throws UserError when one is missing, or one is there that was not published.
 */
export function shardNames(folder: string): string[] {
  const names = filesIn(folder);
  const sums = readSums(folder);
  if (sums === null) return names;
  for (const name of new Set([...sums.keys(), ...names]))
    if (!sums.has(name))
      throw new UserError(
        `${join(folder, name)} was not published: ${sumsName} does not name it.\nRemove it, or publish again (npm run classify).`,
      );
    else if (!names.includes(name)) throw differs(folder, name, 'it is missing.');
  return names;
}

/**
 * The SHA-256 of each file of a published catalogue, by name, as publishing noted it; of a catalogue of an earlier version, which has no
 * such notes, from the bytes. Whoever reads the lines has the bytes held against it.
 * @throws UserError when one is missing, or one is there that was not published.
 */
export function publishedSums(folder: string): ReadonlyMap<string, string> {
  const names = shardNames(folder);
  const sums = readSums(folder);
  return new Map(names.map((name) => [name, sums?.get(name) ?? readPublished(folder, name).sum]));
}

/** A file of a published catalogue: its bytes are counted, and summed up as `publishedSums` says. */
export interface PublishedFile {
  name: string;
  bytes: number;
  sum: string;
}

/** The files of a published catalogue, by name, none of them read where publishing noted their sums. */
export const publishedFiles = (folder: string): PublishedFile[] =>
  Array.from(publishedSums(folder), ([name, sum]) => ({
    ...{ name, sum, bytes: statSync(join(folder, name)).size },
  }));

/**
 * The bytes of a file of a published catalogue and their SHA-256, in hexadecimal digits.
 * @throws UserError when they are not those that were published, so that even a file that is cut at the end of a line is noticed.
 */
export function readPublished(folder: string, name: string): { bytes: Buffer; sum: string } {
  const bytes = readFileSync(join(folder, name));
  const sum = hash('sha256', bytes);
  const sums = readSums(folder);
  if (sums !== null && sums.get(name) !== sum)
    throw differs(folder, name, `its SHA-256 is not the one in ${sumsName}.`);
  return { bytes, sum };
}
