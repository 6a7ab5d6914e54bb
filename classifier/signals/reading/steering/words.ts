import { kindsOf, type placeholders } from './kinds.ts';
import { stemOf } from './stem.ts';
import { textHash } from '../hash.ts';
import { once } from '../once.ts';

/** A word as it counts: a number that stands for its stem, one for how a longer one begins or 0, and the kinds it is of. */
export interface Word {
  hash: number;
  beginning: number;
  kinds: readonly number[];
}

type Placeholder = (typeof placeholders)[number];

/** What is cut out of a text, in the order in which it is tried: what programs read, words, and signs that order a text. */
const pieces =
  /https?:\/\/\S{1,400}|(?:[A-Z]?[a-z]{1,60}|[A-Z]{1,60})(?=[\s,;:!?)]|\.(?:\s|$)|$)|[\w.+-]{1,60}@[\w-]{1,60}\.\w{1,20}|(?:~|\.{0,2})\/[\w./-]{1,100}|\b[\w-]{1,60}\.(?:json|txt|md|env|ya?ml|py|js|ts|pem|key|cfg|toml|csv|pdf|log|sh)\b|\b[a-zA-Z]\w{0,60}_\w{1,60}|\b[a-z]{1,40}[A-Z]\w{0,60}|\d[\d.,]{0,40}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,200}|\p{L}{1,60}(?:['’]\p{L}{1,20})?|<!--|[:;!?"`<>{}()[\]=]/gu;

/** Which placeholder stands for a piece: the first whose pattern fits. */
const shapes: readonly (readonly [pattern: RegExp, Placeholder])[] = [
  [/^https?:/, '<address>'],
  [/.@/, '<mailbox>'],
  [/^[~.]*\/./, '<path>'],
  [/\w_\w|^[a-z]+[A-Z]/, '<name>'],
  [/^\D[^']*\.\w+$/, '<file>'],
  [/^\d/, '<number>'],
];

/** Scripts that put no spaces between words: neighbouring characters stand for them. */
const unspaced = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function neighbours(run: string): string[] {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

/** The words of a name that programs use, marked as such. */
const partsOf = (name: string): string[] =>
  name
    .split(/[a-z]/.test(name) ? /_|(?=[A-Z])/ : '_')
    .filter((part) => part.length > 1 && !/\d/.test(part))
    .map((part) => `_${stemOf(part.toLowerCase())}`);

/** What French and Italian put before a word without a space. */
const article = /^(?:[cdjlmnst]|qu|dell|all|nell|sull|dall|un)'(?=\p{L}{3})/u;

function spoken(word: string): string[] {
  const low = word.toLowerCase().replace('’', "'").replace(article, '');
  if (low.endsWith("n't")) return [stemOf(low.slice(0, -3)), 'not'];
  return low.endsWith("'s") ? [stemOf(low.slice(0, -2)), "'s"] : [stemOf(low)];
}

function stemsIn(piece: string): string[] {
  if (/^\p{L}+$/u.test(piece) && !unspaced.test(piece) && !/^[a-z]+[A-Z]/.test(piece)) return spoken(piece);
  if (unspaced.test(piece)) return neighbours(piece);
  const [, shape] = shapes.find(([pattern]) => pattern.test(piece)) ?? [];
  if (shape === '<name>') return [shape, ...partsOf(piece)];
  return shape === undefined ? spoken(piece) : [shape];
}

/** So many letters are the same in most forms of a word and in words derived from it, in most languages. */
const common = 5;

const beginningOf = (piece: string) =>
  piece.length > common && /^\p{L}+$/u.test(piece) && !unspaced.test(piece)
    ? textHash(piece.slice(0, common).toLowerCase())
    : 0;

/** The words of one piece. */
export function wordsIn(piece: string): Word[] {
  const beginning = beginningOf(piece);
  return stemsIn(piece).map((stem) => ({ hash: textHash(stem), beginning, kinds: kindsOf(stem) }));
}

/** What a text is cut into, in order. */
export const piecesOf = (text: string): readonly string[] => text.match(pieces) ?? [];

/** So many words of one text count, and those of the piece that passes this number; what comes behind does not. */
export const most = 200;

const known = once(wordsIn);

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const piece of piecesOf(text)) {
    if (words.length > most) break;
    words.push(...known(piece));
  }
  return words;
}
