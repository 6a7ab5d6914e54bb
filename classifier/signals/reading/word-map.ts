import { textHash } from './hash.ts';

/**
 * What is known of some words. A Map enters each text that it is asked for into the engine's table of texts, which costs
 * ten times as much as to find that most words of a description are none of these.
 */
export class WordMap<Known> {
  readonly #entries: ({ word: string; known: Known } | undefined)[];
  readonly #mask: number;

  /** Of two entries for one word the later stands. */
  constructor(entries: Iterable<readonly [string, Known]>) {
    const all = new Map(entries);
    this.#mask = 2 ** Math.ceil(Math.log2(4 * all.size + 1)) - 1;
    this.#entries = Array.from({ length: this.#mask + 1 }, () => undefined);
    for (const [word, known] of all) this.#entries[this.#placeOf(word)] = { word, known };
  }

  /** Where a word stands, or would stand. */
  #placeOf(word: string): number {
    let place = textHash(word) & this.#mask;
    for (;;) {
      const entry = this.#entries[place];
      if (entry === undefined || entry.word === word) return place;
      place = (place + 1) & this.#mask;
    }
  }

  get(word: string): Known | undefined {
    return this.#entries[this.#placeOf(word)]?.known;
  }

  has(word: string): boolean {
    return this.#entries[this.#placeOf(word)] !== undefined;
  }
}

/** Some words, to be asked whether a word is one of them. */
export const wordSet = (words: Iterable<string>): Pick<WordMap<true>, 'has'> =>
  new WordMap(Array.from(words, (word) => [word, true] as const));
