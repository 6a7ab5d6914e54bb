/** Scripts that one written language of the catalogue owns, and the tag it gets (BCP 47). First match wins. */
const scripts: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґІЇЄҐ]/gu, 'uk'],
  [/[ыэёЫЭЁ]/gu, 'ru'],
  [/\p{Script=Cyrillic}/gu, 'und-Cyrl'],
  [/[پچژگ]/gu, 'fa'],
  [/\p{Script=Arabic}/gu, 'und-Arab'],
  [/\p{Script=Hebrew}/gu, 'und-Hebr'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'und-Deva'],
];

/** Most text is ASCII or has no letters but Latin ones: it is told without counting. */
const ascii = /^[\0-\x7f]*$/;
const foreignLetter = /(?!\p{Script=Latin})\p{L}/u;

const amount = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language tag of outside text as far as its script tells, for `lang`. A script of several languages gives a tag
 * that names the script alone. Empty, which HTML reads as unknown, for Latin letters and for text that is mostly Latin.
 */
export function languageOf(text: string): string {
  if (ascii.test(text) || !foreignLetter.test(text)) return '';
  const letters = amount(text, /\p{L}/gu);
  const foreign = letters - amount(text, /\p{Script=Latin}/gu);
  if (letters === 0 || foreign / letters < 0.3) return '';
  return scripts.find(([script]) => amount(text, script) / letters >= 0.02)?.[1] ?? '';
}
