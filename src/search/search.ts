import { bucketsToLoad, candidatesIn, candidatesOf, isName, namesFrom } from './candidates.ts';
import { allAndCut, followedReadings, match } from './match.ts';
import { type Narrowing, narrowing } from './narrow.ts';
import type { SearchQuery } from './query.ts';
import { type Candidate, rank } from './rank.ts';
import type { SearchReader } from './reader.ts';
import type { Weighed } from './weigh.ts';
import { bagOf, termOf } from './words.ts';

/** Documents that a search by filters alone loads at once. */
const browsed = 10;

/** What a search found. */
export interface SearchAnswer {
  /** The nearest, best first, with their records. */
  found: Candidate[];
  /** What the lists say of all others that have all words, best first. */
  further: Weighed[];
  /** Whether a record of these passes the filters: the lists may not know. */
  passes(candidate: Candidate): boolean;
  /** Whether these are all there are; else lists were cut to the best. */
  isWhole: boolean;
  /** Whether `found` has all words or begins as typed; else it is only near. */
  isSaid: boolean;
  /** The words as they were understood, where that is not how they were typed; else null. */
  understood: readonly string[] | null;
}

const byWeight = (a: Weighed, b: Weighed): number => b.weight - a.weight || a.id - b.id;

/** What only filters find. */
async function browse(reader: SearchReader, narrow: Narrowing): Promise<SearchAnswer> {
  const sorted = narrow.base.toSorted((a, b) => Number(b.isKnown) - Number(a.isKnown) || a.id - b.id);
  const found = await candidatesOf(reader, sorted.slice(0, browsed));
  return {
    ...{ found: found.filter((candidate) => narrow.passes(candidate)), further: sorted.slice(browsed) },
    passes: (candidate) => narrow.passes(candidate),
    ...{ isWhole: narrow.isWhole, isSaid: true, understood: null },
  };
}

/** Searches the index. */
export async function search(reader: SearchReader, { words, filters }: SearchQuery): Promise<SearchAnswer> {
  if (words.length === 0) return browse(reader, await narrowing(reader, filters, true));
  const narrow = await narrowing(reader, filters, false);
  const bag = bagOf(words);
  const named = Promise.all([namesFrom(reader, words.join('')), isName(reader, bag)]);
  const question = { words, narrow, isName: named.then(([names, isWhole]) => isWhole || names.length > 0) };
  const [[names, isWhole], literally] = await Promise.all([
    named,
    match(reader, { ...question, isDoubted: false }),
    question.isName,
  ]);
  const isKnown = literally.all.length > 0 || names.length > 0 || isWhole;
  const meant = isKnown ? literally : await match(reader, { ...question, isDoubted: true });
  const [reading = words] = meant.readings;
  const best = meant.weighed.toSorted(byWeight);
  const bags = [...new Set([bag, ...meant.readings.slice(0, followedReadings).map(bagOf)])];
  const known = new Map(best.map((document) => [document.id, document]));
  const candidates = await candidatesIn(reader, bucketsToLoad(reader, { bags, names, isWhole }, best), known);
  const readBags = new Set([bag, ...meant.readings.map(bagOf)]);
  const { found, isSaid } = rank(
    candidates.filter((candidate) => narrow.passes(candidate)),
    {
      ...{ words, readings: meant.readings, bags: readBags, names: new Set(names) },
      ...{ terms: new Set([...words, ...meant.readings.flat()].map(termOf)), ...allAndCut(meant) },
    },
  );
  const has = new Set(found.map(({ id }) => id));
  return {
    ...{ found, isSaid },
    passes: (candidate) => narrow.passes(candidate),
    further: meant.all.toSorted(byWeight).filter(({ id }) => !has.has(id)),
    isWhole: narrow.isWhole && !meant.meanings.flat().some(({ postings }) => postings.isCut),
    understood: bagOf(reading) === bag ? null : reading,
  };
}
