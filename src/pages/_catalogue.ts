import { catalogueFolder } from '../catalogue/folder.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { shardTexts } from '../catalogue/write.ts';
import { neighbours } from '../view/related.ts';
import { listed } from '../view/tool-row.ts';

/** The catalogue this build is made from, read once. */
export const servers = readCatalogue(catalogueFolder);

/** The text of each file of the published data set. */
export const shards = shardTexts(servers);

export const tools = listed(servers);

export const neighboursOf = neighbours(tools);
