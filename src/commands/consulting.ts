import { fileURLToPath } from 'node:url';
import { catalogueFolder, isOwnHome } from '../catalogue/folder.ts';
import type { Consulted } from '../consult/consulted.ts';
import { consult } from '../consult/open.ts';
import { limits } from '../model/limits.ts';
import { locations } from '../model/locations.ts';

/** The catalogue that came with the program. */
const bundled = fileURLToPath(new URL(`../../${locations.catalogue}`, import.meta.url));

const isNamed = isOwnHome || process.env.PLACARD_CATALOGUE !== undefined;

/** The catalogue of this user: the one that the environment names, else the one that came with the program. */
export const ownCatalogue = isNamed ? catalogueFolder() : bundled;

/** The option of every command that asks a catalogue. */
export const catalogueOption = {
  type: 'string',
  value: 'FOLDER|ADDRESS',
  help: 'The catalogue to ask: a folder, or the address of a site that Placard built. Default: that of PLACARD_CATALOGUE or PLACARD_HOME, else the one that came with the program.',
} as const;

/** The catalogue that a command asks. @throws UserError when there is none at the place. */
export function consulted(place: string | undefined): Consulted {
  const { catalogueFileBytes: fileBytes, catalogueMilliseconds: milliseconds } = limits;
  return consult(place ?? ownCatalogue, { fetch, fileBytes, milliseconds });
}
