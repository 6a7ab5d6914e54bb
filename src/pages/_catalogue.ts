import { catalogueFolder } from '../catalogue/folder.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { neighbours } from '../view/related.ts';
import { byGravity, listed } from '../view/tool-row.ts';
import { toolLists } from '../view/tool-lists.ts';

/** The catalogue this build is made from, read once. */
export const servers = readCatalogue(catalogueFolder);

export const tools = listed(servers);

/** The order of every list that is not by name. */
export const gravestFirst = byGravity(tools);

export const lists = toolLists(gravestFirst);

export const neighboursOf = neighbours(tools);
