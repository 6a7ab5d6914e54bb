import { hiddenCharacters } from '../model/display.ts';
import { isObject } from '../model/json.ts';

/** Words that some version of YAML reads as something else than text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Text that every version of YAML reads as this text without quotes. */
const isPlain = (text: string): boolean => /^[A-Za-z_][\w./-]*$/.test(text) && !reserved.test(text);

/** The longest name that YAML reads without a question mark before it. */
const nameCharacters = 1024;

const escaped = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;

/** Text in quotes: double ones where it needs escapes, of which single ones know none. */
function quoted(text: string): string {
  const hidden = new Set(hiddenCharacters(text));
  if (hidden.size === 0 && !/[\t\n\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  let shown = JSON.stringify(text);
  for (const character of hidden) shown = shown.replaceAll(character, escaped(character));
  return shown;
}

const scalar = (value: unknown): string =>
  typeof value !== 'string' ? String(value) : isPlain(value) ? value : quoted(value);

function entry([name, value]: readonly [unknown, unknown], indent: string): string {
  const text = scalar(name);
  if (text.length > nameCharacters) return `? ${text}\n${indent}: ${node(value, `${indent}  `)}`;
  const isBlock = value !== null && typeof value === 'object' && !isEmpty(value);
  return `${text}:${isBlock ? `\n${indent}  ` : ' '}${node(value, `${indent}  `)}`;
}

const isEmpty = (value: object): boolean =>
  value instanceof Map ? value.size === 0 : Object.keys(value).length === 0;

/** A value whose further lines begin with `indent`. */
function node(value: unknown, indent: string): string {
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : value.map((each) => `- ${node(each, `${indent}  `)}`).join(`\n${indent}`);
  if (!(value instanceof Map) && !isObject(value)) return scalar(value);
  const entries: (readonly [unknown, unknown])[] = value instanceof Map ? [...value] : Object.entries(value);
  return entries.length === 0 ? '{}' : entries.map((each) => entry(each, indent)).join(`\n${indent}`);
}

/**
 * A value as YAML for people and programs: block style, ending with a newline. Text that YAML 1.1 or 1.2 could read as
 * a number, a truth value or a date is quoted, and characters a reader cannot see are written as escapes. The library prints the
 * same in ten times the time, and most of the page with all formats was that.
 */
export function yamlText(value: unknown): string {
  return `${node(value, '')}\n`;
}
