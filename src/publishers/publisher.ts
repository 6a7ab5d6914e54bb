import type { RiskLevel } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';

/** What a site is published from. */
export interface Published<Part> {
  /** The publisher's part of each server, in the order of the catalogue's files; read anew at each call, so that nobody has to hold them all. */
  parts: () => Iterable<Part>;
  /** Equal exactly where the parts of all publishers and what they are made with are. */
  digest: string;
  /** The folder of the catalogue. */
  catalogue: string;
  /** The path of every page. */
  pages: () => Iterable<string>;
  /** The site's own address; without it nothing that needs absolute addresses is made. */
  site: URL | undefined;
  /** Up to which level servers are approved for the site's own registry; null: nobody has said so, and there is none. */
  ceiling: RiskLevel | null;
}

/** Takes the files of a site. Paths begin with a slash. */
export interface SiteFiles {
  put: (path: string, content: string | Uint8Array) => void;
  /** Has files written at places of their own, unless the site has them already, made from the same. */
  make: (
    paths: readonly string[],
    restsOn: string,
    write: (placeOf: (path: string) => string) => void | Promise<void>,
  ) => Promise<void>;
  /** Where a file stands that was taken or made. */
  find: (path: string) => string;
}

/** What was kept of a server when no more than some of its tools were others. */
export interface Before {
  part: () => Buffer;
  /** Whether all that the tools lend each other is the same. */
  isLentAlike: boolean;
  /** For each tool of the server its place then, as long as it has not changed; -1: it was not there. */
  places: readonly number[];
}

/** What a publisher keeps of each server from one build to the next, as bytes. */
export interface Kept<Part> {
  /**
   * Rests on nothing but the server and the base of attacks, so that only servers that changed are looked at again. What was kept before
   * saves time and changes nothing.
   */
  of: (server: CatalogueServer, before?: Before) => Buffer;
  /** Reads what stands in such bytes. */
  read: (bytes: Buffer) => Part;
}

/** What is kept as the bytes that it is made as. */
export const asBytes = (partOf: Kept<Buffer>['of']): Kept<Buffer> => ({
  of: partOf,
  read: (bytes) => bytes,
});

/** Reads what `asJson` keeps. */
export const readJson = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

/** What is kept as JSON. */
export const asJson = <Part>(partOf: (server: CatalogueServer, before?: Before) => Part): Kept<Part> => ({
  of: (server, before) => Buffer.from(JSON.stringify(partOf(server, before))),
  read: (bytes) => readJson(bytes) as Part,
});

/**
 * Makes files of the site that rest on the whole catalogue and are no pages. A file that rests on one server or one tool is an
 * endpoint of `src/pages` instead, so that a build in parts can leave it alone.
 */
export interface Publisher<Part = unknown> {
  id: string;
  /** Null: it needs nothing of servers. */
  kept: Kept<Part> | null;
  /** Gives its files away, the same bytes for the same catalogue. */
  publish(from: Published<Part>, files: SiteFiles): void | Promise<void>;
}
