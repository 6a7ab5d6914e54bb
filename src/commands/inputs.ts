import { readFileSync } from 'node:fs';
import { readCatalogue } from '../catalogue/read.ts';
import { visible } from '../model/display.ts';
import type { CatalogueServer } from '../model/server.ts';
import { exitCodes, UserError } from '../terminal/command.ts';
import { ownCatalogue } from './consulting.ts';

/** The text of a file that the caller named. @throws UserError when it cannot be read. */
export function textOfFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be read: ${cause}`);
  }
}

/** The JSON of a file that the caller named. @throws UserError when it cannot be read or is no JSON. */
export function jsonOfFile(file: string): unknown {
  return parsedJson(textOfFile(file), file);
}

/** @throws UserError that names the subject of the text. */
export function parsedJson(text: string, subject: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${subject} is no JSON: ${cause}`);
  }
}

/** What pure code says about bad input, as the caller's mistake in `subject`. */
export function forPeople<Result>(subject: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${subject}: ${error.message}`);
    throw error;
  }
}

/** The server of the catalogue with this id, slug or name. @throws UserError with the nearest ones when there is none. */
export function serverOf(name: string): CatalogueServer {
  const servers = readCatalogue(ownCatalogue);
  const exact = servers.find(({ id, slug }) => id === name || slug === name);
  const named = servers.filter((server) => server.name.toLowerCase() === name.toLowerCase());
  const [only] = named;
  if (exact !== undefined) return exact;
  if (only !== undefined && named.length === 1) return only;
  const near = servers.filter(({ slug }) => slug.includes(name.toLowerCase())).slice(0, 5);
  const hint =
    near.length === 0
      ? 'The slug is the last part of the address of its page.'
      : `Did you mean ${near.map(({ slug }) => slug).join(', ')}?`;
  throw new UserError(`The catalogue has no server "${visible(name)}". ${hint}`);
}

/** The positional words, exactly as many as named. @throws UserError for more or fewer. */
export function words(given: readonly string[], names: readonly string[]): string[] {
  const missing = names[given.length];
  if (missing !== undefined) throw new UserError(`${missing} is missing. --help says more.`, exitCodes.usage);
  const more = given[names.length];
  if (more !== undefined) throw new UserError(`"${visible(more)}" is one word too many.`, exitCodes.usage);
  return [...given];
}
