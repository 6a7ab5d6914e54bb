import { searchKinds } from '../model/search.ts';
import { aboutId } from './address.ts';
import { bucketsFor, candidatesOf } from './candidates.ts';
import { unrated } from './codes.ts';
import type { Narrowing } from './narrow.ts';
import { postingsOf } from './postings.ts';
import type { SearchReader } from './reader.ts';
import { deepened, understand, type Understood, wholeBags } from './understand.ts';
import { bits, type NamedServer, type Weighed, weigh } from './weigh.ts';

/** Servers of a query whose lists are loaded. */
const mostServers = 2;

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

/** Servers that some of the words name: most words first. */
async function namedServers(
  reader: SearchReader,
  weighed: readonly Weighed[],
  whole: ReadonlyMap<number, number>,
): Promise<NamedServer[]> {
  const named = weighed
    .filter(
      ({ id, rating, named: words }) =>
        rating === unrated && words > 0 && whole.get(aboutId(id).bucket) === bits(words),
    )
    .sort((a, b) => bits(b.named) - bits(a.named) || a.id - b.id)
    .slice(0, mostServers);
  const candidates = await candidatesOf(reader, named);
  const servers = candidates.filter(({ record }) => record[1] === searchKinds.indexOf('server'));
  const lists = await Promise.all(servers.map(({ record }) => reader.list(`server:${record[3]}`)));
  return servers.flatMap(({ weighed: document }, place) => {
    const list = lists[place] ?? null;
    return list === null || document === null ? [] : [{ words: document.named, postings: postingsOf(list) }];
  });
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

/** Weighs all documents that the lists of the words name. */
export async function match(
  reader: SearchReader,
  { words, narrow, isDoubted, isName: named }: Question,
): Promise<Match> {
  let understood = await understand(reader, words, isDoubted);
  const whole = wholeNames(reader, understood);
  const { all, cut } = allAndCut(understood);
  const weighed = (servers: readonly NamedServer[]): Weighed[] =>
    weigh(understood.meanings, reader.root.documents, { whole, servers }).filter((document) =>
      narrow.mayPass(document),
    );
  const hasAll = ({ has }: Weighed): boolean => has === all;
  const isNamed = ({ id, has }: Weighed): boolean =>
    (has | cut) === all && whole.get(aboutId(id).bucket) === understood.meanings.length;
  let found = weighed([]);
  if (words.length > 1 && !found.some(hasAll) && !found.some(isNamed) && !(await named)) {
    const isSpelled = understood.readings.length === 1;
    const [servers, deeper] = await Promise.all([
      namedServers(reader, found, whole),
      isSpelled ? deepened(reader, understood) : understood,
    ]);
    understood = deeper;
    found = weighed(servers);
  }
  return { ...understood, weighed: found, all: found.filter(hasAll) };
}
