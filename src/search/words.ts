import { wordsOf } from '../model/name-words.ts';

/** The longest word that is kept, in characters; more of it tells nothing apart. */
const longestWord = 32;

/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** Words of descriptions that stand in most of them. */
const empty = new Set(
  'a an and are as at be by can for from has if in into is it its of on or that the this to use used uses using was when which will with you your'.split(
    ' ',
  ),
);

/** The same text without accents and in one of its equal spellings. */
function plain(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

/** Pairs of neighbouring characters: what stands for words where nobody writes spaces. */
function pairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 3) return [run];
  return characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`);
}

const notLatin = /[^\u0000-\u02ff]/;

function inPairs(word: string): string[] {
  if (!notLatin.test(word)) return [word];
  const spaced = word.replace(unspaced, (run) => ` ${pairs(run).join(' ')} `);
  return spaced.split(' ').filter((part) => part !== '');
}

/** The words of a text in order, in lower case, without accents; pairs of characters where a script has no spaces. */
export function searchWords(text: string): string[] {
  const read = plain(text);
  return notLatin.test(read) ? wordsOf(read).flatMap(inPairs) : wordsOf(read);
}

const twoCases = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u;

/** Words of a text that are written in two cases, as one: `github` of “GitHub”. */
export function wholeWords(text: string): string[] {
  const read = plain(text);
  if (!twoCases.test(read)) return [];
  return (read.match(/[\p{L}\p{N}]{3,24}/gu) ?? [])
    .filter((chunk) => twoCases.test(chunk))
    .map((chunk) => chunk.toLowerCase());
}

/** Whether a word is too common to tell descriptions apart. */
export function isEmpty(word: string): boolean {
  return empty.has(word);
}

/** A word without its plural s, cut where it is too long: what it is filed under. */
export function termOf(word: string): string {
  if (word.length > longestWord) return Array.from(word).slice(0, longestWord).join('');
  return word.length > 3 && /[^siu]s$/.test(word) && !word.includes(':') ? word.slice(0, -1) : word;
}

/** Words that say of a name only that it is in this catalogue. */
const generic = new Set(['mcp', 'server']);

/** The words of a name that tell it from others. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !generic.has(word));
  return telling.length === 0 ? [...words] : telling;
}

/** What the same words in any order have in common. */
export function bagOf(words: readonly string[]): string {
  return tellingWords(words).map(termOf).sort().join(' ');
}
