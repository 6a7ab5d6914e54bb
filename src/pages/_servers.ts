import { serverLists as listsOf } from '../view/server-list.ts';
import { pieces } from './_catalogue.ts';

/** Every list of servers, sorted once. */
export const serverLists = listsOf(pieces.servers);
