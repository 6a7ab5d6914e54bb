import { paths } from '../model/paths.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type EntryList, listPage, pagesOf } from '../view/paging.ts';
import type { Related } from '../view/related.ts';
import { briefOf, type Listed, listedOf } from '../view/tool-row.ts';
import type { ServerPiece, ToolPiece } from './_pieces.ts';

/** A page of a list. */
interface ListPath<List> {
  params: { list: string | undefined };
  props: { list: List; number: number };
  restsOn: () => unknown;
}

/**
 * Every page of these lists, for a route under `root` with the rest parameter `list`. `restsOn` says what a page is made from besides the
 * templates; undefined where it is everything.
 */
export function pagedRoutes<List extends EntryList<unknown>>(
  root: string,
  lists: readonly List[],
  restsOn: (list: List, number: number) => unknown = () => undefined,
): ListPath<List>[] {
  return lists.flatMap((list) =>
    Array.from({ length: pagesOf(list) }, (_, index) => {
      const number = index + 1;
      const path = paths.listPage(list.path, number).slice(root.length, -1);
      return {
        params: { list: path === '' ? undefined : path },
        props: { list, number },
        restsOn: () => restsOn(list, number),
      };
    }),
  );
}

/** What a page of a list shows of it: its place among the others, and of each entry what `shown` says. */
export function pageOf<Entry>(
  list: EntryList<Entry>,
  number: number,
  shown: (entry: Entry) => unknown,
): unknown[] {
  const { entries, ...place } = listPage(list, number);
  return [list.title, place, entries.map(shown)];
}

/** What a row of a list shows of a tool. */
export const rowOf = (entry: Listed): unknown => briefOf(entry).row;

/** A file that rests on one server. `restsOn` says what of it, for builds in parts; see `src/build`. */
class ServerPath {
  readonly #piece: ServerPiece;
  readonly #more: RestOf;
  constructor(piece: ServerPiece, more: RestOf) {
    this.#piece = piece;
    this.#more = more;
  }
  get params(): { server: string } {
    return { server: this.#piece.slug };
  }
  get props(): { server: CatalogueServer } {
    return { server: this.#piece.server };
  }
  restsOn(): unknown {
    return [this.#piece.outline?.digest, this.#more(this.#piece)];
  }
}

type RestOf = (piece: ServerPiece) => unknown;

/** A file for each of these servers. `more` is what it is made from besides the server. */
export function serverPaths(pieces: readonly ServerPiece[], more: RestOf = () => null): ServerPath[] {
  return pieces.map((piece) => new ServerPath(piece, more));
}

/** A file that rests on one tool, what its server says as a whole and what the tools beside it lend it. */
class ToolPath {
  readonly #piece: ToolPiece;
  readonly #more: (piece: ToolPiece) => unknown;
  constructor(piece: ToolPiece, more: (piece: ToolPiece) => unknown) {
    this.#piece = piece;
    this.#more = more;
  }
  get params(): { server: string; tool: string } {
    const { server, slug } = briefOf(this.#piece);
    return { server, tool: slug };
  }
  get props(): { server: CatalogueServer; tool: CatalogueTool } {
    return listedOf(this.#piece);
  }
  restsOn(): unknown {
    const { of, outline } = this.#piece;
    return [of.outline?.head, outline?.digest, outline?.around, this.#more(this.#piece)];
  }
}

/** A file for each of these tools. `more` is what it is made from besides the tool and what its server says as a whole. */
export function toolPaths(
  pieces: readonly ToolPiece[],
  more: (piece: ToolPiece) => unknown = () => null,
): ToolPath[] {
  return pieces.map((piece) => new ToolPath(piece, more));
}

/** What the page of a tool shows of others. */
export const relatedRows = ({ same, milder, siblings, elsewhere }: Related): unknown =>
  [same, milder, siblings, elsewhere].map((list) => list.map((entry) => briefOf(entry).row));
