import { limits } from '../../../src/model/limits.ts';
import { textHash } from './hash.ts';

/**
 * The same function of a text, which keeps what it found of texts that are not too long: descriptions, and names and
 * descriptions of arguments, come again in many tools. A text has one place and takes it from another that had it, so no input
 * fills the memory. Nobody may change what it returns.
 */
export function once<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = Array.from(
    { length: limits.rememberedTexts },
    (): { text: string; found: Found } | undefined => undefined,
  );
  return (text) => {
    if (text.length > limits.rememberedText) return find(text);
    const place = textHash(text) & (limits.rememberedTexts - 1);
    const before = known[place];
    if (before?.text === text) return before.found;
    const found = find(text);
    known[place] = { text, found };
    return found;
  };
}
