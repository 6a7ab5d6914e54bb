import { wordsOf } from '../model/name-words.ts';
import { hash32 } from '../search/address.ts';
import type { Listed } from './tool-row.ts';

/** The words of a tool that count for likeness, each once and as a number: those of its name first, then others of its description. */
export interface Terms {
  words: Int32Array;
  /** How many of them are of the name. */
  named: number;
}

/** Words of a description that count. What a tool is stands in its first ones, and those seldom change. */
const describedBy = 12;

/** Two words that have one number are taken for one, which is one pair in four thousand million. */
const numberOf = (word: string): number => hash32(word) | 0;

/** The words of a tool, its server's own name left out. */
export function termsOf({ server, tool: { definition } }: Listed): Terms {
  const ignored = new Set(wordsOf(server.name));
  const counting = (words: readonly string[]): number[] =>
    words.filter((word) => word.length > 1 && !ignored.has(word)).map(numberOf);
  const name = new Set(counting(wordsOf(definition.name)));
  const said = counting(wordsOf(definition.description ?? '').slice(0, describedBy));
  return { words: Int32Array.from(new Set([...name, ...said])), named: name.size };
}

/** The terms of several tools as bytes: of each how many words there are, how many of them are of its name, and the words. */
export function packTerms(tools: readonly Terms[]): Uint8Array {
  const packed = new Int32Array(tools.reduce((sum, { words }) => sum + 2 + words.length, 0));
  let at = 0;
  for (const { words, named } of tools) {
    packed.set([words.length, named], at);
    packed.set(words, at + 2);
    at += 2 + words.length;
  }
  return new Uint8Array(packed.buffer);
}

/** The terms in such bytes, in their order. */
export function* unpackTerms(bytes: Uint8Array): Generator<Terms> {
  const packed = new Int32Array(new Uint8Array(bytes).buffer);
  for (let at = 0; at < packed.length;) {
    const end = at + 2 + (packed[at] ?? 0);
    yield { words: packed.subarray(at + 2, end), named: packed[at + 1] ?? 0 };
    at = end;
  }
}
