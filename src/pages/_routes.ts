import type { CatalogueServer } from '../model/server.ts';
import { listPage, type PagedList, type PageOf, pagePath, pagesOf } from '../view/paging.ts';
import type { Related } from '../view/related.ts';
import { briefOf, type Listed } from '../view/tool-row.ts';
import type { ServerPiece, ToolPiece } from './_pieces.ts';

/** A page of a list. */
interface ListPath<List> {
  params: { list: string | undefined };
  props: { place: PageOf<List> };
  restsOn: () => unknown;
}

/**
 * Every page of these lists, for a route under `root` with the rest parameter `list`. `restsOn` says what a page is made from besides the
 * templates; undefined where it is everything.
 */
export function pagedRoutes<List extends PagedList<unknown>>(
  root: string,
  lists: readonly List[],
  restsOn: (place: PageOf<List>) => unknown,
): ListPath<List>[] {
  return lists.flatMap((list) =>
    pagesOf(list).map((place) => {
      const path = pagePath(place).slice(root.length, -1);
      return {
        params: { list: path === '' ? undefined : path },
        props: { place },
        restsOn: () => restsOn(place),
      };
    }),
  );
}

/** What a page of a list shows of it: its title, the ways to others, and of each entry what `shown` says. */
export function pageOf<Entry>(place: PageOf<PagedList<Entry>>, shown: (entry: Entry) => unknown): unknown[] {
  const { entries, ...others } = listPage(place);
  return [place.list.title, others, entries.map(shown)];
}

/** What a row of a list shows of a tool. */
export const rowOf = (entry: Listed): unknown => briefOf(entry).row;

/** What one without its words shows. */
export const besideOf = (entry: Listed): unknown => briefOf(entry).beside;

/** A file that rests on one server. `restsOn` says what of it, for builds in parts; see `src/build`. */
class ServerPath {
  readonly #piece: ServerPiece;
  readonly #rests: RestOf;
  constructor(piece: ServerPiece, rests: RestOf) {
    this.#piece = piece;
    this.#rests = rests;
  }
  get params(): { server: string } {
    return { server: this.#piece.slug };
  }
  get props(): { server: CatalogueServer } {
    return { server: this.#piece.server };
  }
  restsOn(): unknown {
    return this.#rests(this.#piece);
  }
}

type RestOf = (piece: ServerPiece) => unknown;

/** The server with all of its tools. */
export const wholeServer: RestOf = ({ outline }) => outline?.digest;

/** The server without its tools, and what is shown of these besides their words and their hashes. */
export const ratedServer: RestOf = ({ outline }) => [outline?.head, outline?.rules];

/** What the server is called, and what we recommend for its tools. */
export const policyRules: RestOf = ({ id, name, outline }) => [id, name, outline?.rules];

/** The same with the hashes of the definitions that it was recommended for. */
export const wholePolicy: RestOf = (piece) => [policyRules(piece), piece.hashes];

/** A file for each of these servers, and what it is made from. */
export function serverPaths(pieces: readonly ServerPiece[], rests: RestOf = wholeServer): ServerPath[] {
  return pieces.map((piece) => new ServerPath(piece, rests));
}

/** What a tool is called and rated. */
export const ratedTool = (piece: ToolPiece): unknown => {
  const { name, risk, category } = briefOf(piece);
  return [name, risk, category];
};

/** A tool, what its files show of its server and what the tools beside it lend it. */
export const wholeTool = ({ outline }: ToolPiece): unknown => [outline?.digest, outline?.around];

/** A file that rests on one tool. */
class ToolPath<Props> {
  readonly #piece: ToolPiece;
  readonly #propsOf: (piece: ToolPiece) => Props;
  readonly #rests: (piece: ToolPiece) => unknown;
  constructor(piece: ToolPiece, propsOf: (piece: ToolPiece) => Props, rests: (piece: ToolPiece) => unknown) {
    this.#piece = piece;
    this.#propsOf = propsOf;
    this.#rests = rests;
  }
  get params(): { server: string; tool: string } {
    const { server, slug } = briefOf(this.#piece);
    return { server, tool: slug };
  }
  get props(): Props {
    return this.#propsOf(this.#piece);
  }
  restsOn(): unknown {
    return this.#rests(this.#piece);
  }
}

/** A file for each of these tools, of what `shown` tells, and what it is made from. */
export const toolPaths = <Shown>(
  pieces: readonly ToolPiece[],
  shown: (piece: ToolPiece) => Shown,
  rests: (piece: ToolPiece) => unknown,
): ToolPath<Shown>[] => pieces.map((piece) => new ToolPath(piece, shown, rests));

/** What is shown of a tool that is named and rated, without its words. */
export function linkOf(entry: Listed): unknown[] {
  const { server, serverName, slug, name, category, risk } = briefOf(entry);
  return [server, serverName, slug, name, category, risk];
}

/** What the page of a tool shows of others: of those on its server also in what their parameters differ. */
export function relatedRows(of: Listed, related: Related): unknown {
  const { server } = briefOf(of);
  const shown = (other: Listed): unknown =>
    briefOf(other).server === server ? besideOf(other) : linkOf(other);
  return [related.same, related.milder, related.siblings, related.elsewhere].map((list) => list.map(shown));
}
