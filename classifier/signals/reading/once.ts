import { limits } from '../../../src/model/limits.ts';

/**
 * The same function of a text, which keeps what it found of texts that are not too long and forgets all of it when it has
 * too much: descriptions, and names and descriptions of arguments, come again in many tools. Nobody may change what it returns.
 */
export function once<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (text.length > limits.rememberedText) return found;
    if (known.size >= limits.rememberedTexts) known.clear();
    known.set(text, found);
    return found;
  };
}
