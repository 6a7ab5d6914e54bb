import { type Meaning, meaningsOf } from './meanings.ts';
import type { SearchReader } from './reader.ts';
import { bagOf } from './words.ts';

/** Readings of one query that are followed up to its names. */
const mostReadings = 100;

/** Words of one query that are looked up; all of them count for names. */
const mostWords = 8;

/** What a query may mean. */
export interface Understood {
  /** What each of the first words, taken once, may stand for. */
  meanings: readonly (readonly Meaning[])[];
  /** The words as they may be read, likeliest first; the first may be the words as they were typed. Never empty. */
  readings: readonly (readonly string[])[];
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
  const once = [...new Set(words)].slice(0, mostWords);
  const last = words.at(-1);
  const found = await Promise.all(
    once.map((word) =>
      meaningsOf(reader, word, { isOpen: word === last, isDoubted, isAlone: once.length === 1 }),
    ),
  );
  const choices = words.map((word) => {
    const near = found[once.indexOf(word)]?.near ?? [];
    return near.length === 0 ? [word] : near;
  });
  return { meanings: found.map(({ meanings }) => meanings), readings: combinations(choices) };
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
