import type { Limits } from '../../src/model/limits.ts';
import type { ServerListing, SourceId } from '../../src/model/server.ts';
import type { Failure } from '../failure.ts';

/** An entry of a page that is not wholly usable: which one, and why. */
export interface EntryFailure {
  /** The entry's own name, or its place on the page when it has none. */
  entry: string;
  failure: Failure;
}

/** One page of a registry. */
export interface SourcePage {
  listings: ServerListing[];
  failures: EntryFailure[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/** A registry that lists servers page by page. */
export interface Source {
  id: Exclude<SourceId, 'bundled'>;
  /** Its address when the caller gives none. */
  address: string;
  /** The address of the page at a cursor; null is the first page. */
  pageAddress: (base: string, cursor: string | null) => string;
  /** Reads a page's JSON. @throws Failure `bad-response` when it is no page of this registry. */
  readPage: (body: unknown, limits: Limits) => SourcePage;
}
