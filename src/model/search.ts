/** What the search finds, in the order of the facet. */
export const searchKinds = ['tool', 'server', 'attack', 'signal', 'format'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Qualities by which a search can be narrowed, as they are typed: `risk:critical`. */
export const searchFacets = ['kind', 'risk', 'category', 'signal', 'reach', 'source'] as const;
export type SearchFacet = (typeof searchFacets)[number];

/** The server of a tool, or one found itself. Text is ready to show. */
export interface SearchServer {
  name: string;
  slug: string;
  /** Further words it is known by: packages, registry names, the host of its address. */
  known: string;
  reach: readonly string[];
  sources: readonly string[];
}

/** One thing that can be found. Text is ready to show. */
export interface SearchDocument {
  kind: SearchKind;
  name: string;
  /** What its address is made of besides the server's. */
  slug: string;
  /** Null for what belongs to no server. */
  server: SearchServer | null;
  description: string;
  risk: string | null;
  category: string | null;
  signals: readonly string[];
  /** Whether many know it: it comes before its equals. */
  isKnown: boolean;
}

/** A value of a facet: as it is typed, and what it is called on a page. */
export type SearchFacetValue = readonly [value: string, label: string];

/**
 * Sets of shards: records by name, lists by word, all documents of a word whose list is cut, tools by the name of their server,
 * vocabulary by letters, frequent beginnings, names in order, and the first ones of these.
 */
export const searchSets = [
  ...(['records', 'terms', 'whole', 'servers', 'letters'] as const),
  ...(['beginnings', 'names', 'firsts'] as const),
] as const;
export type SearchSet = (typeof searchSets)[number];

/** /search/index.json: where everything is. */
export interface SearchRoot {
  /** Of the shapes below; another one is refused. */
  version: number;
  documents: number;
  /** Shards of a set are 2 to the power of this, and a key lies in the one that the first bits of its hash name. */
  sets: Record<SearchSet, number>;
  /** The keys of `firsts` in order: each holds the keys of `names` from itself on. */
  names: string[];
  /** Documents of one part of `whole`, at most on average. */
  part: number;
  /** Names that fill several buckets: how many. */
  splits: Record<string, number>;
  facets: Record<SearchFacet, SearchFacetValue[]>;
}

/** Server of a record: name, slug, places of its values of `reach` and `source`. */
export type SearchedServer = [name: string, slug: string, reach: number[], sources: number[]];

/** Slot in the bucket, kind, name, last part of the address, place of the server (-1: none), rating, places of signals. */
export type SearchedRecord = [
  slot: number,
  kind: number,
  name: string,
  slug: string,
  server: number,
  rating: number,
  signals: number[],
];

/** A bucket of records. */
export interface SearchRecords {
  servers: SearchedServer[];
  records: SearchedRecord[];
}

/** Documents in order: the differences between their buckets, and their slots, as digits. */
export type SearchIds = [buckets: string, slots: string];

/**
 * The documents that have a word: how many in all, which, and one character for each, with its rating, its name's length and
 * where the word stands. Fewer than all where the list was cut to the best; `whole` has them all.
 */
export type SearchList = [total: number, ...SearchIds, codes: string];
