import { searchKinds, type SearchRecords } from '../model/search.ts';
import { aboutId, bucketsOf, slots } from './address.ts';
import { unrated } from './codes.ts';
import { type Narrowing, narrowing } from './narrow.ts';
import { postingsOf } from './postings.ts';
import type { SearchQuery } from './query.ts';
import { type Candidate, rank } from './rank.ts';
import type { SearchReader } from './reader.ts';
import { deepened, understand, type Understood, wholeBags } from './understand.ts';
import { bits, type NamedServer, type Weighed, weigh } from './weigh.ts';
import { bagOf, searchWords } from './words.ts';

/**
 * What one search loads: buckets of the very name, names that begin so, buckets in all, documents, lists of servers; and beginnings and
 * others besides a name that was said whole. */
const loaded = { same: 2, beginning: 5, buckets: 10, documents: 10, servers: 2, besides: 3 } as const;

/** What a search found. */
export interface SearchAnswer {
  /** The nearest, best first, with their records. */
  found: Candidate[];
  /** What the lists say of all others that have all words, best first. */
  further: Weighed[];
  /** Whether these are all there are; else lists were cut to the best. */
  isWhole: boolean;
  /** Whether `found` has all words or begins as typed; else it is only near. */
  isSaid: boolean;
  /** The words as they were understood, where that is not how they were typed; else null. */
  understood: readonly string[] | null;
}

/** The records of these buckets, each with its id and what was said of it. */
async function candidatesIn(
  reader: SearchReader,
  buckets: readonly number[],
  weighed: ReadonlyMap<number, Weighed>,
): Promise<Candidate[]> {
  const shards = await Promise.all(buckets.map((bucket) => reader.records(bucket)));
  return shards.flatMap(({ servers, records }: SearchRecords, place) =>
    records.map((record) => {
      const id = (buckets[place] ?? 0) * slots + record[0];
      return { id, record, server: servers[record[4]] ?? null, weighed: weighed.get(id) ?? null };
    }),
  );
}

/** The records of documents that the lists named, in their order. */
export async function candidatesOf(reader: SearchReader, wanted: readonly Weighed[]): Promise<Candidate[]> {
  const buckets = [...new Set(wanted.map(({ id }) => aboutId(id).bucket))];
  const weighed = new Map(wanted.map((document) => [document.id, document]));
  const loadedById = new Map(
    (await candidatesIn(reader, buckets, weighed)).map((candidate) => [candidate.id, candidate]),
  );
  return wanted.flatMap(({ id }) => loadedById.get(id) ?? []);
}

/** Names that begin with what was typed, the commonest first. */
async function namesFrom(reader: SearchReader, typed: string): Promise<string[]> {
  if (typed === '') return [];
  const [common, here] = await Promise.all([reader.texts('beginnings', typed), reader.names(typed)]);
  const read = [...common, ...here].map((text) => text.split('\t'));
  return [...new Map(read.map(([name = '', count = '1']) => [name, Number(count)]))]
    .filter(([name]) => name.replaceAll(' ', '').startsWith(typed))
    .sort(([a, some], [b, others]) => others - some || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, loaded.beginning)
    .map(([name]) => name);
}

const bucketsFor = (reader: SearchReader, bag: string): number[] =>
  bucketsOf(bag, reader.splits, reader.root.sets.records.bits);

/** Of each bucket that names of only these words come into: how many words that are. */
function wholeNames(reader: SearchReader, understood: Understood): Map<number, number> {
  const whole = new Map<number, number>();
  for (const [bag, words] of wholeBags(understood))
    for (const bucket of bucketsFor(reader, bag)) whole.set(bucket, Math.max(whole.get(bucket) ?? 0, words));
  return whole;
}

interface Match extends Understood {
  weighed: Weighed[];
  /** Those that have all words. */
  all: Weighed[];
}

/** Servers that some of the words name: most words first. */
async function namedServers(
  reader: SearchReader,
  weighed: readonly Weighed[],
  whole: ReadonlyMap<number, number>,
): Promise<NamedServer[]> {
  const named = weighed
    .filter(({ id, rating, named: words }) => rating === unrated && words > 0 && whole.get(aboutId(id).bucket) === bits(words))
    .sort((a, b) => bits(b.named) - bits(a.named) || a.id - b.id)
    .slice(0, loaded.servers);
  const candidates = await candidatesOf(reader, named);
  const servers = candidates.filter(({ record }) => record[1] === searchKinds.indexOf('server'));
  const lists = await Promise.all(servers.map(({ record }) => reader.list(`server:${record[3]}`)));
  return servers.flatMap(({ weighed: document }, place) => {
    const list = lists[place] ?? null;
    return list === null || document === null ? [] : [{ words: document.named, postings: postingsOf(list) }];
  });
}

async function match(reader: SearchReader, words: readonly string[], narrow: Narrowing, isDoubted: boolean): Promise<Match> {
  let understood = await understand(reader, words, isDoubted);
  const whole = wholeNames(reader, understood);
  const all = (1 << understood.meanings.length) - 1;
  const weighed = (servers: readonly NamedServer[]): Weighed[] =>
    weigh(understood.meanings, reader.root.documents, { whole, servers }).filter((document) => narrow.mayPass(document));
  const hasAll = ({ has }: Weighed): boolean => has === all;
  let found = weighed([]);
  if (words.length > 1 && !found.some(hasAll)) {
    const [servers, deeper] = await Promise.all([namedServers(reader, found, whole), deepened(reader, understood)]);
    understood = deeper;
    found = weighed(servers);
  }
  return { ...understood, weighed: found, all: found.filter(hasAll) };
}

/** Which buckets to load: those of the names that were said, then those of the best, until there are enough. */
function bucketsToLoad(
  reader: SearchReader,
  { bags, names, isWhole }: { bags: readonly string[]; names: readonly string[]; isWhole: boolean },
  best: readonly Weighed[],
): number[] {
  const same = bags.flatMap((bag) => bucketsFor(reader, bag).slice(0, loaded.same));
  const beginning = names.slice(0, isWhole ? loaded.besides : names.length).flatMap((name) => bucketsFor(reader, bagOf(searchWords(name))).slice(0, 1));
  const buckets = new Set([...same, ...beginning]);
  const most = isWhole ? buckets.size + loaded.besides : loaded.buckets;
  let documents = best.filter(({ id }) => same.includes(aboutId(id).bucket)).length;
  for (const { id } of best) {
    if (documents >= loaded.documents || buckets.size >= most) break;
    buckets.add(aboutId(id).bucket);
    documents += 1;
  }
  return [...buckets];
}

const byWeight = (a: Weighed, b: Weighed): number => b.weight - a.weight || a.id - b.id;

/** Whether some name has just these words. */
async function isName(reader: SearchReader, bag: string): Promise<boolean> {
  const { records } = await reader.records(bucketsFor(reader, bag)[0] ?? 0);
  return records.some(([, , name]) => bagOf(searchWords(name)) === bag);
}

/** What only filters find. */
async function browse(reader: SearchReader, narrow: Narrowing): Promise<SearchAnswer> {
  const sorted = narrow.base.toSorted((a, b) => Number(aboutId(b.id).isKnown) - Number(aboutId(a.id).isKnown) || a.id - b.id);
  const found = await candidatesOf(reader, sorted.slice(0, loaded.documents));
  return {
    ...{ found: found.filter((candidate) => narrow.passes(candidate)), further: sorted.slice(loaded.documents) },
    ...{ isWhole: narrow.isWhole, isSaid: true, understood: null },
  };
}

/** One bit for each word, and for each whose list was cut. */
function allAndCut({ meanings }: Understood): { all: number; cut: number } {
  const cut = meanings.map((its, word) => (its.some(({ postings }) => postings.isCut) ? 1 << word : 0));
  return { all: (1 << meanings.length) - 1, cut: cut.reduce((sum, bit) => sum | bit, 0) };
}

/** Searches the index. */
export async function search(reader: SearchReader, { words, filters }: SearchQuery): Promise<SearchAnswer> {
  if (words.length === 0) return browse(reader, await narrowing(reader, filters, true));
  const narrow = await narrowing(reader, filters, false);
  const bag = bagOf(words);
  const [names, isWhole, literally] = await Promise.all([
    namesFrom(reader, words.join('')),
    isName(reader, bag),
    match(reader, words, narrow, false),
  ]);
  const isKnown = literally.all.length > 0 || names.length > 0 || isWhole;
  const meant = isKnown ? literally : await match(reader, words, narrow, true);
  const [reading = words] = meant.readings;
  const best = meant.weighed.toSorted(byWeight);
  const bags = [...new Set([bag, bagOf(reading)])];
  const known = new Map(best.map((document) => [document.id, document]));
  const candidates = await candidatesIn(reader, bucketsToLoad(reader, { bags, names, isWhole }, best), known);
  const readBags = new Set([bag, ...meant.readings.map(bagOf)]);
  const { found, isSaid } = rank(
    candidates.filter((candidate) => narrow.passes(candidate)),
    { words, readings: meant.readings, bags: readBags, names: new Set(names), ...allAndCut(meant) },
  );
  const has = new Set(found.map(({ id }) => id));
  return {
    ...{ found, isSaid },
    further: meant.all.toSorted(byWeight).filter(({ id }) => !has.has(id)),
    isWhole: narrow.isWhole && !meant.meanings.flat().some(({ postings }) => postings.isCut),
    understood: bagOf(reading) === bag ? null : reading,
  };
}
