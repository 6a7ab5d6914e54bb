import { enumeration } from '../wording.ts';

/** "pull and request; parameters without state, with base": the words two tools share, and how the other's parameters differ. */
export function alikeWords(words: readonly string[], difference: string | null): string {
  return [enumeration(words), difference].filter((part) => part !== null && part !== '').join('; ');
}
