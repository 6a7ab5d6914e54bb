import { bucketsFor, isName } from './candidates.ts';
import type { Narrowing } from './narrow.ts';
import type { SearchReader } from './reader.ts';
import { readTool, serverKey } from './servers.ts';
import { understand, type Understood, wholeBags } from './understand.ts';
import { type Evidence, type NamedServer, type Weighed, weigh } from './weigh.ts';
import { commonOf } from './whole.ts';
import { bagOf, termOf } from './words.ts';

/** Readings whose names are looked up without a list that says so. */
export const followedReadings = 4;

/** Names of servers that are looked for in one query. */
const mostServers = 10;

/** Of each bucket that names of only these words come into: how many words that are. */
function wholeNames(reader: SearchReader, understood: Understood): Map<number, number> {
  const whole = new Map<number, number>();
  for (const [bag, words] of wholeBags(understood))
    for (const bucket of bucketsFor(reader, bag)) whole.set(bucket, Math.max(whole.get(bucket) ?? 0, words));
  return whole;
}

/** A query as it was understood, and what the lists say. */
export interface Match extends Understood {
  weighed: Weighed[];
  /** Those that have all words. */
  all: Weighed[];
}

/** Words of a reading that may be a server's name, two neighbours first: what its tools are listed under, and their bits. */
function serverNames(reading: readonly string[], bitOf: (place: number) => number): Map<string, number> {
  const places = [...reading.keys()];
  const pairs = places.slice(1).map((place) => [place - 1, place]);
  const runs = [...pairs, ...places.map((place) => [place])].slice(0, mostServers);
  return new Map(
    runs.map((run) => [
      serverKey(run.map((place) => reading[place] ?? '')),
      run.reduce((bit, place) => bit | bitOf(place), 0),
    ]),
  );
}

/** Servers that some of the words name, with the words that the names of their tools have. */
async function namedServers(
  reader: SearchReader,
  { meanings, readings: [reading = []] }: Understood,
  words: readonly string[],
): Promise<NamedServer[]> {
  const once = [...new Set(words)];
  const bitOf = (place: number): number => 1 << once.indexOf(words[place] ?? '');
  const names = serverNames(reading.slice(0, meanings.length), bitOf);
  const found = await Promise.all(names.keys().map((name) => reader.texts('servers', name)));
  const bitsByTerm = new Map<string, number>();
  meanings.forEach((its, word) => {
    for (const { term } of its) bitsByTerm.set(term, (bitsByTerm.get(term) ?? 0) | (1 << word));
  });
  return [...names.values()].map((bit, place) => ({
    words: bit,
    tools: (found[place] ?? []).map(readTool).map(({ words: its, ...tool }) => ({
      ...tool,
      named: its.reduce((sum, word) => sum | (bitsByTerm.get(termOf(word)) ?? 0), 0),
    })),
  }));
}

/** One bit for each word, and for each whose list was cut. */
export function allAndCut({ meanings }: Understood): { all: number; cut: number } {
  const cut = meanings.map((its, word) => (its.some(({ postings }) => postings.isCut) ? 1 << word : 0));
  return { all: (1 << meanings.length) - 1, cut: cut.reduce((sum, bit) => sum | bit, 0) };
}

/** What is to be found. */
export interface Question {
  words: readonly string[];
  narrow: Narrowing;
  /** Whether rare words may be misspelled ones. */
  isDoubted: boolean;
  /** Whether it is known already that the words are a name or begin one, so that nothing further is loaded to find others. */
  isName: Promise<boolean>;
}

/** Before anything besides the lists of the words is known. */
const nothing: Pick<Evidence, 'servers' | 'common'> = { servers: [], common: { has: 0, ids: [] } };

/** Whether what the words may mean is a name. */
async function isAnyName(reader: SearchReader, { readings }: Understood): Promise<boolean> {
  const bags = readings.slice(0, followedReadings).map(bagOf);
  return (await Promise.all(bags.map((bag) => isName(reader, bag)))).some(Boolean);
}

/** Weighs all documents that the lists of the words name. */
export async function match(
  reader: SearchReader,
  { words, narrow, isDoubted, isName: named }: Question,
): Promise<Match> {
  const understood = await understand(reader, words, isDoubted);
  const whole = wholeNames(reader, understood);
  const { all } = allAndCut(understood);
  const weighed = (more: Partial<Evidence>): Weighed[] =>
    weigh(understood.meanings, reader.root.documents, { ...{ whole, ...nothing }, ...more }).filter(
      (document) => narrow.mayPass(document),
    );
  const hasAll = ({ has }: Weighed): boolean => has === all;
  let found = weighed({});
  if (words.length > 1 && !(await named) && !(await isAnyName(reader, understood))) {
    const servers = await namedServers(reader, understood, words);
    found = weighed({ servers });
    if (!found.some(hasAll))
      found = weighed({ servers, common: await commonOf(reader, understood.meanings) });
  }
  return { ...understood, weighed: found, all: found.filter(hasAll) };
}
