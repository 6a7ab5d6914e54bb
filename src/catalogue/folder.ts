import { locations } from '../model/locations.ts';

/** The catalogue the site is built from. PLACARD_CATALOGUE names another folder than the committed one. */
export const catalogueFolder = process.env.PLACARD_CATALOGUE ?? locations.catalogue;
