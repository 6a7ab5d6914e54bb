import { join, resolve } from 'node:path';
import { locations } from '../model/locations.ts';

/**
 * The home of the catalogue: the folder that `locations` of servers, catalogue, corrections, store and site are below. It is the
 * repository itself unless PLACARD_HOME names another; a relative one is taken from where the person stands, as npm notes it.
 */
const home = process.env.PLACARD_HOME ?? '';
const standing = process.env.INIT_CWD ?? process.cwd();

/** Whether the home is another than the repository. */
export const isOwnHome = home !== '';

/** A location in the home of the catalogue. */
export const inHome = (location: string): string =>
  isOwnHome ? join(resolve(standing, home), location) : location;

/** The catalogue the site is built from. PLACARD_CATALOGUE names another folder than that of the home. */
export const catalogueFolder = (): string => process.env.PLACARD_CATALOGUE ?? inHome(locations.catalogue);
