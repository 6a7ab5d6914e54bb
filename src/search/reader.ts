import { paths } from '../model/paths.ts';
import type { SearchIds, SearchList, SearchRecords, SearchRoot, SearchSet } from '../model/search.ts';
import { searchSets } from '../model/search.ts';
import { shardOf } from './address.ts';

/** The version of the shapes that this program writes and reads. */
export const searchVersion = 4;

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
  const areSets = searchSets.every((set) => typeof sets[set] === 'number');
  return (
    areSets &&
    areTexts(value.names) &&
    typeof value.part === 'number' &&
    isRecord(value.splits) &&
    isRecord(value.facets)
  );
}

const isRecords = (value: unknown): value is SearchRecords =>
  isRecord(value) &&
  isList(value.servers) &&
  isList(value.records) &&
  [...value.servers, ...value.records].every(isList);

const isTermList = (value: unknown): value is SearchList => {
  if (!isList(value) || typeof value[0] !== 'number') return false;
  return value.length === 4 && areTexts(value.slice(1));
};

const areIds = (value: unknown): value is SearchIds => areTexts(value) && value.length === 2;

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
  records(bucket: number): Promise<SearchRecords> {
    return this.#shard('records', bucket, isRecords);
  }

  /** The documents that have a word, or null when none has. */
  list(term: string): Promise<SearchList | null> {
    return this.#entry('terms', term, isTermList);
  }

  /** A part of all documents that have a word whose list is cut; null where there is none. */
  whole(key: string): Promise<SearchIds | null> {
    return this.#entry('whole', key, areIds);
  }

  /** The words under a key of the vocabulary, the names under a frequent beginning, or the tools of a server's name. */
  async texts(
    set: 'letters' | 'beginnings' | 'servers' | 'firsts' | 'names',
    key: string,
  ): Promise<string[]> {
    return (await this.#entry(set, key, areTexts)) ?? [];
  }

  /** The names that stand where a text would stand in the order of all names. */
  async names(joined: string): Promise<string[]> {
    const first = lastBefore(this.root.names, joined);
    if (first === undefined) return [];
    return this.texts('names', lastBefore(await this.texts('firsts', first), joined) ?? first);
  }

  async #entry<Shape>(
    set: SearchSet,
    key: string,
    is: (value: unknown) => value is Shape,
  ): Promise<Shape | null> {
    const shard = await this.#shard(set, shardOf(key, this.root.sets[set]), isRecord);
    if (!Object.hasOwn(shard, key)) return null;
    if (is(shard[key])) return shard[key];
    throw new DamagedIndex(`The entry ${key}`);
  }

  #shard<Shape>(set: SearchSet, shard: number, is: (value: unknown) => value is Shape): Promise<Shape> {
    return this.#file(paths.searchShard(set, this.root.sets[set], shard), is);
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

/** The last key that is not after a text, or the first one when all are. */
function lastBefore(keys: readonly string[], text: string): string | undefined {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return keys[Math.max(0, low - 1)];
}
