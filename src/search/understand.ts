import { continued, type Meaning, meaningsOf } from './meanings.ts';
import type { SearchReader } from './reader.ts';
import { bagOf, termOf } from './words.ts';

/** Readings of one query that are followed up to its names. */
const mostReadings = 9;

/** What a query may mean. */
export interface Understood {
  /** What each word, taken once, may stand for. */
  meanings: readonly (readonly Meaning[])[];
  /** The words as they may be read, likeliest first; the first may be the words as they were typed. Never empty. */
  readings: readonly (readonly string[])[];
}

/** What a word is read as: itself when somebody has it, else each of its meanings. */
function readAs(word: string, meanings: readonly Meaning[]): string[] {
  const isSaid = meanings.length === 0 || meanings.some(({ term }) => term === termOf(word));
  return isSaid ? [word] : meanings.map(({ term }) => term);
}

function combinations(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>(
    (begun, words) => begun.flatMap((start) => words.map((word) => [...start, word])).slice(0, mostReadings),
    [[]],
  );
}

/** Lists for all words; for those that nobody has, or hardly anybody when they are doubted, for what may have been meant. */
export async function understand(
  reader: SearchReader,
  words: readonly string[],
  isDoubted: boolean,
): Promise<Understood> {
  const once = [...new Set(words)];
  const last = words.at(-1);
  const meanings = await Promise.all(
    once.map((word) => meaningsOf(reader, word, { isOpen: word === last, isDoubted })),
  );
  const choices = words.map((word) => readAs(word, meanings[once.indexOf(word)] ?? []));
  return { meanings, readings: combinations(choices) };
}

/** Words whose lists are followed further. */
const followed = 2;

/** The same with longer lists for the rarest words whose lists were cut, provided that every word has one. */
export async function deepened(reader: SearchReader, { meanings, readings }: Understood): Promise<Understood> {
  const totals = meanings.map((its) =>
    its.some(({ postings }) => postings.isCut) ? Math.max(...its.map(({ postings }) => postings.total)) : Infinity,
  );
  const rarest = totals.toSorted((a, b) => a - b)[followed - 1] ?? Infinity;
  const isFollowed = (place: number): boolean => (totals[place] ?? Infinity) <= rarest && totals[place] !== Infinity;
  const deeper = meanings.map((its, place) => (isFollowed(place) ? continued(reader, its) : its));
  return { meanings: await Promise.all(deeper), readings };
}

/** Every choice of some of the words. */
function someOf(words: readonly string[]): string[][] {
  const most = 6;
  return Array.from({ length: (1 << Math.min(words.length, most)) - 1 }, (_, choice) =>
    words.filter((_word, place) => ((choice + 1) & (1 << place)) !== 0),
  );
}

/** The bags of names that have no word but those of the query, and how many words that are. */
export function wholeBags({ readings }: Understood): Map<string, number> {
  const [likeliest = [], ...others] = readings;
  return new Map([...someOf(likeliest), ...others].map((words) => [bagOf(words), words.length]));
}
