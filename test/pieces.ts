import { attacks } from '../src/pages/_attacks.ts';
import { exposures } from '../src/model/exposure.ts';
import type { CatalogueServer } from '../src/model/server.ts';
import { type CataloguePieces, wholePieces } from '../src/pages/_pieces.ts';
import { changeList } from '../src/view/changes.ts';
import type { PagedList, PageOf } from '../src/view/paging.ts';
import { type ServerList, serverLists } from '../src/view/server-list.ts';

/** These servers as pages get a catalogue that is in memory as a whole. */
export const piecesOf = (servers: readonly CatalogueServer[]): CataloguePieces =>
  wholePieces(servers, exposures(attacks));

/** Everything that changed on them, as the list of changes has it. */
export const changesIn = (servers: readonly CatalogueServer[]) => changeList(piecesOf(servers).newest);

/** The first page of a list that has one page. */
export const firstOf = <List extends PagedList<unknown>>(list: List): PageOf<List> => ({
  ...{ list, starts: [0], number: 0 },
});

/** Every list of them. */
export const serverListsIn = (servers: readonly CatalogueServer[]): ServerList[] =>
  serverLists(piecesOf(servers).servers);
