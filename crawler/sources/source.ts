import type { Limits } from '../../src/model/limits.ts';
import type { ServerListing, SourceId } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import type { Failure } from '../failure.ts';
import type { Body, Wish } from './request.ts';

/** What a source says about one server. */
export interface SourceEntry {
  listing: ServerListing;
  /** Null where the source does not say which tools there are. */
  tools: readonly ToolDefinition[] | null;
}

/** An entry of a page that is not wholly usable: which one, and why. */
export interface EntryFailure {
  /** The entry's own name, or its place on the page when it has none. */
  entry: string;
  failure: Failure;
}

/** One page of a source. A source without pages is one page. */
export interface SourcePage {
  entries: SourceEntry[];
  failures: EntryFailure[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** The latest time (ISO 8601, UTC) at which the source says that an entry of the page changed. */
  newest?: string;
}

/** The machine the crawl runs on, as far as sources may know it. */
export interface Machine {
  /** The user's home folder. */
  home: string;
  /** The folder that relative paths mean. */
  folder: string;
  platform: NodeJS.Platform;
  variables: Readonly<Record<string, string | undefined>>;
  /** The address of the package registry in npm's own configuration. */
  npmRegistry: () => Promise<string>;
}

/** All that a source can reach while one of its pages is read. */
export interface Reach {
  /** The address to read from: the source's own unless the caller named another. Empty when there is none. */
  base: string;
  /** The file or folder the caller named, to be read instead of the address. */
  from: string | null;
  /** Only what changed since this time (ISO 8601, UTC) is wanted; null when everything is. */
  since: string | null;
  machine: Machine;
  limits: Limits;
  /**
   * What an address holds, asked for conditionally: null when it is as it was when the page was last read.
   * All requests keep the source's pace. @throws Failure `throttled`, `unreachable` or `bad-response`.
   */
  page: (address: string, wish?: Wish) => Promise<Body | null>;
  /** What an address holds that is needed beside the page. @throws Failure as `page` does. */
  part: (address: string, wish?: Wish) => Promise<Body>;
}

/** A place that lists servers. */
export interface Source {
  id: Exclude<SourceId, 'bundled'>;
  /** What it lists, for `--help`: a phrase without full stop. */
  about: string;
  /** Its web address when the caller gives none; null when it is no fixed one. */
  address: string | null;
  /** What the caller must say for lack of an address. */
  wants?: 'registry' | 'from';
  /** Whether it can be read from a file or folder that the caller names. */
  isLocal?: boolean;
  /** The environment variable it does nothing without. */
  key?: string;
  /** Environment variables that it also reads. */
  variables?: readonly string[];
  /** The rate the source asks for, or what politeness does. */
  requestsPerSecond: number;
  /**
   * The page at a cursor; null is the first one. Resolves to null when the page is as it was.
   * @throws Failure `bad-response` when what is there is no page of this source.
   */
  page: (cursor: string | null, reach: Reach) => Promise<SourcePage | null>;
}
