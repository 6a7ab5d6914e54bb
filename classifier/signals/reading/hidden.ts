import { hiddenCharacters } from '../../../src/model/display.ts';

/** Anything but printable ASCII, tab, line feed and carriage return: most texts hold none and need no closer look. */
const unusual = /[^\t\n\r -~]/;

/** The characters of a text that a reader cannot see, in order. */
export function hiddenIn(text: string): string[] {
  return unusual.test(text) ? hiddenCharacters(text) : [];
}

/** What a machine reads in a text with hidden characters: tag characters as the letters they stand for, others gone. */
export function reveal(text: string): string {
  const letters = text.replace(/[\u{e0020}-\u{e007e}]/gu, (tag) =>
    String.fromCodePoint((tag.codePointAt(0) ?? 0xe0020) - 0xe0000),
  );
  const hidden = new Set(hiddenCharacters(letters));
  return Array.from(letters, (character) => (hidden.has(character) ? '' : character)).join('');
}
