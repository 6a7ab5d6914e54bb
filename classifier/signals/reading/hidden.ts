import { Buffer } from 'node:buffer';
import { hiddenCharacters } from '../../../src/model/display.ts';

/** Anything but printable ASCII, tab, line feed and carriage return. Most texts hold none, and need no closer look. */
const unusual = /[^\t\n\r -~]/;

/** The characters of a text that a reader cannot see, in order. */
export function hiddenIn(text: string): string[] {
  return unusual.test(text) ? hiddenCharacters(text) : [];
}

/** Sequences that move a terminal's cursor or change its colours. */
const escapes = /(?:\u001b\[|\u009b)[\d;?]{0,40}[A-Za-z]/g;
/** A run of variation selectors, each of which can stand for one byte. */
const selectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4,}/gu;

function bytesOf(run: string): string {
  const bytes = Array.from(run, (selector) => {
    const code = selector.codePointAt(0) ?? 0;
    return code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xfe00;
  });
  return Buffer.from(bytes).toString('utf8');
}

/** A run of zero-width characters of which two stand for the digits of bytes. */
const digits = /[\u200b-\u200d\u2060\ufeff]{32,}/g;

function bitsOf(run: string): string {
  const [zero] = run;
  const bits = Array.from(run, (character) => (character === zero ? '0' : '1')).join('');
  return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => parseInt(byte, 2))).toString('utf8');
}

/**
 * What a machine reads in a text with hidden characters: tag characters as the letters they stand for, variation
 * selectors and long runs of zero-width characters as the bytes they spell, escape sequences and others gone.
 */
export function reveal(text: string): string {
  const letters = text
    .replace(escapes, '')
    .replace(selectors, bytesOf)
    .replace(digits, bitsOf)
    .replace(/[\u{e0020}-\u{e007e}]/gu, (tag) =>
      String.fromCodePoint((tag.codePointAt(0) ?? 0xe0020) - 0xe0000),
    );
  const hidden = new Set(hiddenCharacters(letters));
  return Array.from(letters, (character) => (hidden.has(character) ? '' : character)).join('');
}
