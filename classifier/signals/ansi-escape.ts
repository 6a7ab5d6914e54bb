import { watched } from './reading/glance.ts';
import { textFinding, type Signal } from './reading/signal.ts';

/** An escape sequence, as the character itself or spelled out. */
const escape = watched(
  /(?:\u001b|\\x1b|\\u001b|\\033|\\e)\[[\d;?]{0,40}[A-Za-z]|\u001b[\]PX^_][^\u0007\u001b\n]{0,80}|\u009b[\d;?]{0,40}[A-Za-z]/giu,
);

/** The characters themselves, and names of tools that may spell them out. */
const real = /[\u001b\u009b]/u;
const aboutEscapes = /\b(?:ansi|escapes?|terminal|colou?rs?|tty|console)\b/;

/** The text holds sequences that move the cursor, colour or wipe what a terminal shows. */
export const ansiEscape: Signal = {
  id: 'ansi-escape',
  look(reading) {
    if (reading.held(escape).length === 0) return textFinding(reading, []);
    const isSpelling =
      aboutEscapes.test(reading.spoken) && !reading.passages.some(({ text }) => real.test(text));
    if (isSpelling) return textFinding(reading, []);
    const evidence = reading.passages.flatMap(({ at, text }) => {
      const found = text.match(escape);
      return found === null ? [] : [{ id: 'ansi-escape' as const, at, quote: found[0] }];
    });
    return textFinding(reading, evidence.slice(0, 2));
  },
};
