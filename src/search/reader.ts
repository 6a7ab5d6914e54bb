import { paths } from '../model/paths.ts';
import type { SearchList, SearchPage, SearchRecords, SearchRoot, SearchSet } from '../model/search.ts';
import { searchSets } from '../model/search.ts';
import { shardOf, shardsOfPage } from './address.ts';

/** The version of the shapes that this program writes and reads. */
export const searchVersion = 2;

/** Fetches a file of the index and parses it. Fails where it is missing or no JSON. */
export type FetchJson = (path: string) => Promise<unknown>;

/** What a shard holds that nobody could have written. */
export class DamagedIndex extends Error {
  constructor(path: string) {
    super(`${path} is not what it should be.`);
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);
const areTexts = (value: unknown): value is string[] =>
  isList(value) && value.every((entry) => typeof entry === 'string');

function isRoot(value: unknown): value is SearchRoot {
  if (!isRecord(value) || value.version !== searchVersion || !isRecord(value.sets)) return false;
  const { sets } = value;
  const areSets = searchSets.every((set) => isRecord(sets[set]) && areTexts(sets[set].pages));
  return areSets && areTexts(value.names) && isRecord(value.splits) && isRecord(value.facets);
}

const isPage = (value: unknown): value is SearchPage =>
  isRecord(value) && isList(value.versions) && (value.keys === undefined || areTexts(value.keys));

const isRecords = (value: unknown): value is SearchRecords =>
  isRecord(value) &&
  isList(value.servers) &&
  isList(value.records) &&
  [...value.servers, ...value.records].every(isList);

const isTermList = (value: unknown): value is SearchList =>
  isList(value) &&
  typeof value[0] === 'number' &&
  isList(value[1]) &&
  typeof value[2] === 'string' &&
  value[1].length === value[2].length;

/** Reads the index, shard by shard, each one once. */
export class SearchReader {
  readonly root: SearchRoot;
  readonly splits: ReadonlyMap<string, number>;
  readonly #fetch: FetchJson;
  readonly #kept = new Map<string, Promise<unknown>>();

  private constructor(root: SearchRoot, fetchJson: FetchJson) {
    this.root = root;
    this.splits = new Map(Object.entries(root.splits));
    this.#fetch = fetchJson;
  }

  static async open(fetchJson: FetchJson): Promise<SearchReader> {
    const root = await fetchJson(paths.searchIndex);
    if (!isRoot(root)) throw new DamagedIndex(paths.searchIndex);
    return new SearchReader(root, fetchJson);
  }

  /** The records of a bucket. */
  async records(bucket: number): Promise<SearchRecords> {
    return (await this.#shard('records', bucket, isRecords)) ?? { servers: [], records: [] };
  }

  /** The documents that have a word, or null when none has; those that its continuation names. */
  async list(term: string, set: 'terms' | 'more' = 'terms'): Promise<SearchList | null> {
    const shard = await this.#keyed(set, term);
    const list = Object.hasOwn(shard, term) ? shard[term] : null;
    if (list === null) return null;
    if (!isTermList(list)) throw new DamagedIndex(`The list of ${term}`);
    return list;
  }

  /** The words under a key of the vocabulary, the names under a frequent beginning, or the tools of a server's name. */
  async texts(set: 'letters' | 'beginnings' | 'servers', key: string): Promise<string[]> {
    const shard = await this.#keyed(set, key);
    const texts = Object.hasOwn(shard, key) ? shard[key] : [];
    if (!areTexts(texts)) throw new DamagedIndex(`The entry ${key}`);
    return texts;
  }

  /** The names that stand where a text would stand in the order of all names. */
  async names(joined: string): Promise<string[]> {
    const number = lastBefore(this.root.names, joined);
    const page = await this.#page('names', number);
    const place = lastBefore(page.keys ?? [], joined);
    return (await this.#shard('names', number * shardsOfPage + place, areTexts)) ?? [];
  }

  async #keyed(set: SearchSet, key: string): Promise<Record<string, unknown>> {
    return (await this.#shard(set, shardOf(key, this.root.sets[set].bits), isRecord)) ?? {};
  }

  async #page(set: SearchSet, number: number): Promise<SearchPage> {
    const version = this.root.sets[set].pages[number];
    if (version === undefined) return { versions: [] };
    return this.#file(paths.searchPage(set, number, version), isPage);
  }

  async #shard<Shape>(
    set: SearchSet,
    number: number,
    is: (value: unknown) => value is Shape,
  ): Promise<Shape | null> {
    const page = await this.#page(set, Math.floor(number / shardsOfPage));
    const version = page.versions[number % shardsOfPage];
    return typeof version === 'string' ? this.#file(paths.searchShard(set, number, version), is) : null;
  }

  /** A file that could not be had is asked for again the next time. */
  async #file<Shape>(path: string, is: (value: unknown) => value is Shape): Promise<Shape> {
    const kept = this.#kept.get(path) ?? this.#fetch(path);
    this.#kept.set(path, kept);
    try {
      const value = await kept;
      if (is(value)) return value;
      throw new DamagedIndex(path);
    } catch (error) {
      this.#kept.delete(path);
      throw error;
    }
  }
}

/** The place of the last key that is not after a text; 0 when all are. */
function lastBefore(keys: readonly string[], text: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
