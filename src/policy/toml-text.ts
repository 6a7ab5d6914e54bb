import { stringify } from 'smol-toml';
import { hiddenCharacters } from '../model/display.ts';

const escaped = (character: string): string =>
  Array.from(character, (each) => `\\U${(each.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('');

/**
 * A table as TOML, ending with a newline. Every string is a basic string, and characters a reader cannot see are written
 * as its escapes, so that what is shown is what is copied.
 */
export function tomlText(table: Record<string, unknown>): string {
  const text = stringify(table);
  const safe = [...new Set(hiddenCharacters(text))].reduce(
    (shown, character) => shown.replaceAll(character, escaped(character)),
    text,
  );
  return `${safe.trimEnd()}\n`;
}
