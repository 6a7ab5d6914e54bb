import { hiddenCharacters } from '../model/display.ts';

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/**
 * A JSON value as text for people and programs: indented, ending with a newline. Characters a reader cannot see are
 * written as JSON escapes: what is shown is what is copied, and it still names the same tools.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const safe = [...new Set(hiddenCharacters(text))].reduce(
    (shown, character) => shown.replaceAll(character, escaped(character)),
    text,
  );
  return `${safe}\n`;
}
