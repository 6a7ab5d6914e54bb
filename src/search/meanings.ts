import { type Postings, postingsOf } from './postings.ts';
import type { SearchReader } from './reader.ts';
import { termOf } from './words.ts';
import { beginningKey, distance, forgiven, nearbyKeys, spelled } from './spelling.ts';
import { byText } from '../model/text-order.ts';

/** A word of the catalogue that a typed word may stand for, from 0 to 1 how surely, and who has it. */
export interface Meaning {
  term: string;
  sureness: number;
  postings: Postings;
}

/** How surely a typed word stands for a longer word, and for one with so many letters changed. */
const sureness = { longer: 0.85, changed: [1, 0.8, 0.6] } as const;

/** The share of documents up to which a word is rare: it may be the beginning of a longer one, or misspelled by who published it. */
const rare = 1 / 4_000;

/** Words that are considered besides the one that was typed: longer ones, near ones, and near ones whose lists are loaded. */
const considered = { longer: 2, near: 10, changed: 2 } as const;

interface Guess {
  term: string;
  sureness: number;
}

/** Words of the vocabulary as they stand in a shard: the word, and its commonness as the last character. */
const termIn = (text: string): string => text.slice(0, -1);
const commonnessIn = (text: string): number => Number(text.slice(-1));

async function listsOf(reader: SearchReader, guesses: readonly Guess[]): Promise<Meaning[]> {
  const lists = await Promise.all(guesses.map(({ term }) => reader.list(term)));
  return guesses.flatMap((guess, place) => {
    const list = lists[place] ?? null;
    return list === null ? [] : [{ ...guess, postings: postingsOf(list) }];
  });
}

async function longerWords(reader: SearchReader, word: string): Promise<Guess[]> {
  if (word.length < spelled.from) return [];
  const texts = await reader.texts('letters', beginningKey(word));
  return texts
    .filter((text) => text.startsWith(word) && termIn(text) !== termOf(word))
    .sort((a, b) => commonnessIn(b) - commonnessIn(a) || a.length - b.length)
    .slice(0, considered.longer)
    .map((text) => ({ term: termIn(text), sureness: sureness.longer }));
}

/** How far a written word is from a term or from its plural, which is filed under the same term. */
function distanceTo(term: string, written: string, bound: number): number {
  const plural = written.endsWith('s') ? distance(written, `${term}s`, bound) : Infinity;
  return Math.min(plural, distance(written, term, bound));
}

async function wordsWithin(reader: SearchReader, written: string, errors: number): Promise<Guess[]> {
  const spellings = written.endsWith('s') ? [written, written.slice(0, -1)] : [written];
  const keys = [...new Set(spellings.flatMap((spelling) => nearbyKeys(spelling, errors)))];
  const texts = new Set((await Promise.all(keys.map((key) => reader.texts('letters', key)))).flat());
  return [...texts]
    .filter((text) => distanceTo(termIn(text), written, errors) === errors)
    .sort((a, b) => commonnessIn(b) - commonnessIn(a) || byText(a, b))
    .slice(0, considered.near)
    .map((text) => ({ term: termIn(text), sureness: sureness.changed[errors] ?? 0 }));
}

/** Words that differ from a typed one by as few letters as any do, the commonest first. */
async function nearWords(reader: SearchReader, word: string): Promise<Guess[]> {
  if (word.length > spelled.to) return [];
  for (let errors = 1; errors <= forgiven(word.length); errors += 1) {
    const near = await wordsWithin(reader, word, errors);
    if (near.length > 0) return near;
  }
  return [];
}

/** What a typed word may stand for, and the words that are spelled nearly so where nobody has it, likeliest first. */
export interface Meanings {
  meanings: Meaning[];
  near: string[];
}

/**
 * What a typed word may stand for, surest first: itself, longer words when somebody may still be typing it, and words that
 * are spelled nearly so when there is nothing else or it `isDoubted`. Where it does not stand alone, the other words tell which
 * of these was meant, and fewer lists are loaded.
 */
export async function meaningsOf(
  reader: SearchReader,
  word: string,
  { isOpen, isDoubted, isAlone }: { isOpen: boolean; isDoubted: boolean; isAlone: boolean },
): Promise<Meanings> {
  const few = reader.root.documents * rare;
  const mostOf = (meanings: readonly Meaning[]): number =>
    Math.max(0, ...meanings.map(({ postings }) => postings.total));
  const found = await listsOf(reader, [{ term: termOf(word), sureness: 1 }]);
  if (isOpen && mostOf(found) <= few) found.push(...(await listsOf(reader, await longerWords(reader, word))));
  if (mostOf(found) > (isDoubted ? few : 0)) return { meanings: found, near: [] };
  const near = (await nearWords(reader, word)).filter(({ term }) => !found.some((has) => has.term === term));
  const loaded = await listsOf(reader, near.slice(0, isAlone ? considered.changed : 1));
  return { meanings: [...found, ...loaded], near: near.map(({ term }) => term) };
}
