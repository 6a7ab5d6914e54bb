import { paths } from '../model/paths.ts';
import type { SearchRoot, SearchSet } from '../model/search.ts';
import { shardOf } from './address.ts';
import { bitsFor, type Buckets, bucketsFor, recordsOf } from './buckets.ts';
import type { Collection } from './collect.ts';
import { Lists } from './lists.ts';
import { countOf, type Places, placesByTerm } from './places.ts';
import { searchVersion } from './reader.ts';
import { countedNames, frequentBeginnings, type CountedName, nameShards, nameText } from './names.ts';
import { toolsByServer, toolTexts } from './servers.ts';
import { vocabularyByLetters } from './vocabulary.ts';
import { partKey, partsOf } from './whole.ts';

/** A file of the index. */
export interface SearchFile {
  path: string;
  text: string;
}

/** Entries of one shard on average, where a cut list counts as many. */
const sizes = { terms: 8, cut: 30, servers: 3, letters: 60, beginnings: 4 } as const;

/** Bits of the sets whose entries are asked for only when they exist: nearly each has a shard of its own, and none is empty. */
const sparse = 24;

/** Keys whose names stand under one of `firsts`. */
const keysOfFirst = 64;

/** Documents that one list holds, and at most on average one part of the whole of a list that is cut. */
export interface SearchLimits {
  list: number;
  part: number;
}

const usual: SearchLimits = { list: 600, part: 4_000 };

/** A set of entries under keys: an object for each shard, made when it is asked for. Returns its bits. */
function* writeSet(
  set: SearchSet,
  bits: number,
  keys: Iterable<string>,
  valueOf: (key: string) => unknown,
): Generator<SearchFile, number> {
  const byShard = Map.groupBy(keys, (key) => shardOf(key, bits));
  for (const shard of bits === sparse ? byShard.keys() : Array(2 ** bits).keys()) {
    const its = (byShard.get(shard) ?? []).sort();
    const text = JSON.stringify(Object.fromEntries(its.map((key) => [key, valueOf(key)])));
    yield { path: paths.searchShard(set, bits, shard), text };
  }
  return bits;
}

type Sets = SearchRoot['sets'];

/** The parts of the whole lists of these words: for each key the term, the number of the part, and how many there are. */
function partsByKey(
  cut: readonly (readonly [word: string, term: number])[],
  places: Places,
  size: number,
): Map<string, [term: number, part: number, parts: number]> {
  return new Map(
    cut
      .filter(([word]) => !word.includes(':'))
      .flatMap(([word, term]) => {
        const parts = partsOf(countOf(places, term), size);
        return Array.from({ length: parts }, (_, part) => [partKey(word, part), [term, part, parts]]);
      }),
  );
}

function* writeWords(
  collection: Collection,
  buckets: Buckets,
  limits: SearchLimits,
): Generator<SearchFile, Pick<Sets, 'terms' | 'whole' | 'letters'>> {
  const places = placesByTerm(collection, Uint32Array.from(buckets.members.flat()));
  const { terms } = collection;
  const lists = new Lists(collection, buckets, places, limits.list);
  const termOf = (word: string): number => terms.get(word) ?? 0;
  const cut = [...terms].filter(([, term]) => countOf(places, term) > limits.list);
  const parts = partsByKey(cut, places, limits.part);
  const letters = vocabularyByLetters(
    terms.entries().map(([word, term]) => [word, countOf(places, term)] as const),
  );
  const bits = bitsFor(terms.size + cut.length * sizes.cut, sizes.terms);
  const letterBits = bitsFor(terms.size * 3, sizes.letters);
  return {
    terms: yield* writeSet('terms', bits, terms.keys(), (word) => lists.of(termOf(word))),
    whole: yield* writeSet('whole', sparse, parts.keys(), (key) =>
      lists.partOf(...(parts.get(key) ?? [0, 0, 1])),
    ),
    letters: yield* writeSet('letters', letterBits, letters.keys(), (key) => letters.get(key)),
  };
}

function* writeServers(collection: Collection, ids: Uint32Array): Generator<SearchFile, number> {
  const tools = toolsByServer(collection);
  return yield* writeSet('servers', bitsFor(tools.size, sizes.servers), tools.keys(), (key) =>
    toolTexts(tools.get(key) ?? [], collection, ids),
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
): Generator<
  SearchFile,
  Pick<SearchRoot, 'names'> & { sets: Pick<Sets, 'names' | 'firsts' | 'beginnings'> }
> {
  const shards = nameShards(names);
  const keys = shards.map((shard, place) =>
    between(shards[place - 1]?.at(-1)?.joined ?? '', shard[0]?.joined ?? ''),
  );
  const namesOf = new Map(keys.map((key, place) => [key, shards[place]?.map(nameText)]));
  const firsts = keys.filter((_, place) => place % keysOfFirst === 0);
  const keysFrom = (key: string): string[] => keys.slice(keys.indexOf(key)).slice(0, keysOfFirst);
  const frequent = frequentBeginnings(names);
  const bits = bitsFor(frequent.size, sizes.beginnings);
  return {
    names: firsts,
    sets: {
      names: yield* writeSet('names', sparse, keys, (key) => namesOf.get(key)),
      firsts: yield* writeSet('firsts', sparse, firsts, keysFrom),
      beginnings: yield* writeSet('beginnings', bits, frequent.keys(), (key) => frequent.get(key)),
    },
  };
}

function* writeRecords(
  collection: Collection,
  { bits, members, ids }: Buckets,
): Generator<SearchFile, number> {
  for (const [bucket, its] of members.entries())
    yield {
      path: paths.searchShard('records', bits, bucket),
      text: JSON.stringify(recordsOf(its, collection, ids)),
    };
  return bits;
}

/**
 * The files of the index of these documents, one at a time, the root last. The same documents give the same bytes, and a
 * further document changes only the shards of its words, its name and its bucket.
 */
export function* searchFiles(collection: Collection, limits = usual): Generator<SearchFile> {
  const buckets = bucketsFor(collection);
  const records = yield* writeRecords(collection, buckets);
  const words = yield* writeWords(collection, buckets, limits);
  const servers = yield* writeServers(collection, buckets.ids);
  const { names, sets } = yield* writeNames(countedNames(collection.documents));
  const root: SearchRoot = {
    version: searchVersion,
    documents: collection.documents.length,
    sets: { records, servers, ...words, ...sets },
    names,
    part: limits.part,
    splits: Object.fromEntries(buckets.splits),
    facets: collection.facets,
  };
  yield { path: paths.searchIndex, text: JSON.stringify(root) };
}
