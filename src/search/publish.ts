import { sha256 } from '../model/canonical.ts';
import { paths } from '../model/paths.ts';
import type { SearchPage, SearchRoot, SearchSet, SearchSetPages } from '../model/search.ts';
import { shardOf, shardsOfPage } from './address.ts';
import { bitsFor, bucketsFor, recordsOf } from './buckets.ts';
import type { Collection } from './collect.ts';
import { countOf, isLong, Lists, placesByTerm } from './lists.ts';
import { searchVersion } from './reader.ts';
import { countedNames, frequentBeginnings, type CountedName, nameShards, nameText } from './names.ts';
import { toolsByServer, toolTexts } from './servers.ts';
import { vocabularyByLetters } from './vocabulary.ts';

/** A file of the index. */
export interface SearchFile {
  path: string;
  text: string;
}

/** Entries of one shard on average, where a list that goes on counts as many. */
const sizes = { terms: 12, long: 40, more: 0.4, servers: 3, letters: 120, beginnings: 8 } as const;

/** 31 bits of the hash of a text, in six characters: a shard that changes gets another name. */
const versionOf = (text: string): string =>
  (parseInt(sha256(text).slice(0, 8), 16) >>> 1).toString(36).padStart(6, '0');

/** Writes the shards of one set, then its pages. Returns what the root says of it. */
function* writeSet(
  set: SearchSet,
  bits: number,
  shards: Iterable<string | null>,
  keys?: readonly string[],
): Generator<SearchFile, SearchSetPages> {
  const versions: (string | null)[] = [];
  for (const text of shards) {
    const version = text === null ? null : versionOf(text);
    if (text !== null && version !== null)
      yield { path: paths.searchShard(set, versions.length, version), text };
    versions.push(version);
  }
  const pages: string[] = [];
  for (let first = 0; first < versions.length; first += shardsOfPage) {
    const page: SearchPage = { versions: versions.slice(first, first + shardsOfPage) };
    if (keys !== undefined) page.keys = keys.slice(first, first + shardsOfPage);
    const text = JSON.stringify(page);
    const version = versionOf(text);
    yield { path: paths.searchPage(set, pages.length, version), text };
    pages.push(version);
  }
  return { bits, pages };
}

/** Entries by shard: an object for each, made when it is asked for. */
function* keyed(
  keys: Iterable<string>,
  bits: number,
  valueOf: (key: string) => unknown,
): Generator<string | null> {
  const byShard = Array.from({ length: 2 ** bits }, (): string[] => []);
  for (const key of keys) byShard[shardOf(key, bits)]?.push(key);
  for (const its of byShard)
    yield its.length === 0
      ? null
      : JSON.stringify(Object.fromEntries(its.sort().map((key) => [key, valueOf(key)])));
}

type WordSets = Pick<SearchRoot['sets'], 'terms' | 'more' | 'letters'>;

function* writeWords(collection: Collection, ids: Uint32Array): Generator<SearchFile, WordSets> {
  const places = placesByTerm(collection);
  const { terms } = collection;
  const lists = new Lists(collection, ids, places);
  const termOf = (word: string): number => terms.get(word) ?? 0;
  const long = [...terms].filter(([, term]) => isLong(places, term)).map(([word]) => word);
  const bits = bitsFor(terms.size + long.length * sizes.long, sizes.terms);
  const moreBits = bitsFor(long.length, sizes.more);
  const letters = vocabularyByLetters(
    terms.entries().map(([word, term]) => [word, countOf(places, term)] as const),
  );
  const letterBits = bitsFor(terms.size * 3, sizes.letters);
  return {
    terms: yield* writeSet(
      'terms',
      bits,
      keyed(terms.keys(), bits, (word) => lists.of(termOf(word))),
    ),
    more: yield* writeSet(
      'more',
      moreBits,
      keyed(long, moreBits, (word) => lists.moreOf(termOf(word))),
    ),
    letters: yield* writeSet(
      'letters',
      letterBits,
      keyed(letters.keys(), letterBits, (key) => letters.get(key)),
    ),
  };
}

function* writeServers(collection: Collection, ids: Uint32Array): Generator<SearchFile, SearchSetPages> {
  const tools = toolsByServer(collection);
  const bits = bitsFor(tools.size, sizes.servers);
  return yield* writeSet(
    'servers',
    bits,
    keyed(tools.keys(), bits, (key) => toolTexts(tools.get(key) ?? [], collection, ids)),
  );
}

/** The shortest text that stands between the last name of one shard and the first of the next. */
function between(last: string, first: string): string {
  for (let length = 1; length < first.length; length += 1)
    if (first.slice(0, length) > last) return first.slice(0, length);
  return first;
}

function* writeNames(
  names: readonly CountedName[],
): Generator<SearchFile, { sets: Pick<SearchRoot['sets'], 'names' | 'beginnings'>; firsts: string[] }> {
  const shards = nameShards(names);
  const firsts = shards.map((shard, place) =>
    between(shards[place - 1]?.at(-1)?.joined ?? '', shard[0]?.joined ?? ''),
  );
  const texts = shards.map((shard) => JSON.stringify(shard.map(nameText)));
  const inOrder = yield* writeSet('names', 0, texts, firsts);
  const frequent = frequentBeginnings(names);
  const bits = bitsFor(frequent.size, sizes.beginnings);
  const beginnings = yield* writeSet(
    'beginnings',
    bits,
    keyed(frequent.keys(), bits, (key) => frequent.get(key)),
  );
  return {
    sets: { names: inOrder, beginnings },
    firsts: firsts.filter((_, place) => place % shardsOfPage === 0),
  };
}

/**
 * The files of the index of these documents, one at a time, the root last. The same documents give the same bytes, and a
 * further document changes only the shards of its words, its name and its bucket.
 */
export function* searchFiles(collection: Collection): Generator<SearchFile> {
  const buckets = bucketsFor(collection);
  const shards = buckets.members
    .values()
    .map((its) => (its.length === 0 ? null : JSON.stringify(recordsOf(its, collection, buckets.ids))));
  const records = yield* writeSet('records', buckets.bits, shards);
  const words = yield* writeWords(collection, buckets.ids);
  const servers = yield* writeServers(collection, buckets.ids);
  const names = yield* writeNames(countedNames(collection.documents));
  const root: SearchRoot = {
    version: searchVersion,
    documents: collection.documents.length,
    sets: { records, servers, ...words, ...names.sets },
    names: names.firsts,
    splits: Object.fromEntries(buckets.splits),
    facets: collection.facets,
  };
  yield { path: paths.searchIndex, text: JSON.stringify(root) };
}
