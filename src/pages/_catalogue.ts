import { catalogueFolder } from '../catalogue/folder.ts';
import { readCatalogue, shardTexts } from '../catalogue/read.ts';
import { readRedirects, redirectsFile } from '../catalogue/redirects.ts';
import { formerLists, leads } from '../view/leads.ts';
import { neighbours } from '../view/related.ts';
import { tokenCosts } from '../view/token-cost.ts';
import { byGravity, listed } from '../view/tool-row.ts';
import { toolLists } from '../view/tool-lists.ts';

/** The catalogue this build is made from, read once. */
export const servers = readCatalogue(catalogueFolder());

/** The addresses that pages of this catalogue once had. */
export const formerAddresses = [
  ...formerLists,
  ...leads(readRedirects(redirectsFile(catalogueFolder())), servers),
];

/** The name and text of each file of the published data set, read anew each time. */
export const shards = { [Symbol.iterator]: () => shardTexts(catalogueFolder()) };

export const tools = listed(servers);

/** The order of every list that is not by name. */
export const gravestFirst = byGravity(tools);

export const lists = toolLists(gravestFirst);

export const neighboursOf = neighbours(tools);

export const tokenCostOf = tokenCosts(servers);
