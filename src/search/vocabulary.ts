import { beginningKey, letterKeys, spelled } from './spelling.ts';

/** How common a word is, in one digit: half the bits of the number of documents that have it. */
export function commonness(documents: number): number {
  return Math.min(9, Math.floor(Math.log2(Math.max(1, documents)) / 2));
}

/** The vocabulary by letters: under each key the words with their commonness at the end, in order. */
export function vocabularyByLetters(
  terms: Iterable<readonly [term: string, documents: number]>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [term, documents] of terms) {
    if (term.length < spelled.from || term.length > spelled.to || term.includes(':')) continue;
    const text = `${term}${commonness(documents)}`;
    for (const key of [...letterKeys(term), beginningKey(term)]) {
      const words = found.get(key);
      if (words === undefined) found.set(key, [text]);
      else words.push(text);
    }
  }
  for (const words of found.values()) words.sort();
  return found;
}
