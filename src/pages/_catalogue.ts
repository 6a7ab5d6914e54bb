import { readCatalogue } from '../catalogue/read.ts';
import { locations } from '../model/locations.ts';
import { neighbours } from '../view/related.ts';
import { listed } from '../view/tool-row.ts';

/** The catalogue this build is made from, read once. PLACARD_CATALOGUE names another folder. */
export const servers = readCatalogue(process.env.PLACARD_CATALOGUE ?? locations.catalogue);

export const tools = listed(servers);

export const neighboursOf = neighbours(tools);
