import { digitsOf, readDigits } from './digits.ts';

/** A word of a document, and the fields in which it stands. */
export type NotedWord = readonly [word: string, fields: number];

/** The words of several documents. */
export interface NotedWords {
  /** Every word, once. */
  words: string[];
  /** For each document, as digits: how many of them it has, then eight times the place of each one, plus the fields where it stands. */
  wordsOf: string;
}

/** The words of each document. */
export function* readNoted({ words, wordsOf }: NotedWords): Generator<NotedWord[]> {
  const numbers = readDigits(wordsOf);
  for (let at = 0; at < numbers.length;) {
    const end = at + 1 + (numbers[at] ?? 0);
    yield numbers.slice(at + 1, end).map((word): NotedWord => [words[word >>> 3] ?? '', word & 7]);
    at = end;
  }
}

/** Notes the words of one document after the other. */
export class NotingWords {
  readonly #places = new Map<string, number>();
  #written = '';

  /** Those of a document, each once. */
  add(where: readonly NotedWord[]): void {
    this.#written += digitsOf(where.length);
    for (const [word, its] of where) this.#written += digitsOf(8 * this.#placeOf(word) + its);
  }

  #placeOf(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.#places.size);
    return this.#places.size - 1;
  }

  get all(): NotedWords {
    return { words: [...this.#places.keys()], wordsOf: this.#written };
  }
}
