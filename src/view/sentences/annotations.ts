import { hintMeaning } from '../sentences.ts';

/** What we say to an author's hint, in a word or two. Null: not given by the author, or not to be told by us. */
export function ourWord(name: string, claim: boolean | null, found: boolean | null): string {
  if (found === null) return 'unproved';
  if (claim === found) return 'agreed';
  const meaning = hintMeaning(name, found) ?? String(found);
  return claim === null ? `not given, ${meaning}` : meaning;
}
