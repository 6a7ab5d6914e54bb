import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueFolder } from '../catalogue/folder.ts';
import type { Consulted } from '../consult/consulted.ts';
import { consult } from '../consult/open.ts';
import { limits } from '../model/limits.ts';
import { locations } from '../model/locations.ts';

/** The catalogue that came with the program. */
const bundled = fileURLToPath(new URL(`../../${locations.catalogue}`, import.meta.url));

/** The option of every command that asks a catalogue. */
export const catalogueOption = {
  type: 'string',
  value: 'FOLDER|ADDRESS',
  help: 'The catalogue to ask: a folder, or the address of a site that Placard built. Default: PLACARD_CATALOGUE, else the one that came with the program.',
} as const;

/** The catalogue that a command asks. @throws UserError when there is none at the place. */
export function consulted(place: string | undefined): Consulted {
  const own = existsSync(resolve(catalogueFolder)) ? resolve(catalogueFolder) : bundled;
  const { catalogueFileBytes: fileBytes, catalogueMilliseconds: milliseconds } = limits;
  return consult(place ?? process.env.PLACARD_CATALOGUE ?? own, { fetch, fileBytes, milliseconds });
}
