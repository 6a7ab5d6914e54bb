import { Document, isScalar, visit } from 'yaml';
import { hiddenCharacters } from '../model/display.ts';

/** Words that some version of YAML reads as something else than text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Text that every version of YAML reads as this text without quotes. */
const isPlain = (text: string): boolean => /^[A-Za-z_][\w./-]*$/.test(text) && !reserved.test(text);

/** Text that needs YAML's escapes: single quotes know none. */
const needsEscapes = (text: string): boolean =>
  hiddenCharacters(text).length > 0 || /[\t\n\r\u0085]/.test(text);

const escaped = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;

/**
 * A value as YAML for people and programs: block style, ending with a newline. Text that YAML 1.1 or 1.2 could read as
 * a number, a truth value or a date is quoted, and characters a reader cannot see are written as escapes.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_, scalar) {
      if (!isScalar(scalar) || typeof scalar.value !== 'string' || isPlain(scalar.value)) return;
      scalar.type = needsEscapes(scalar.value) ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
    },
  });
  const text = document.toString({ lineWidth: 0 });
  return [...new Set(hiddenCharacters(text))].reduce(
    (shown, character) => shown.replaceAll(character, escaped(character)),
    text,
  );
}
