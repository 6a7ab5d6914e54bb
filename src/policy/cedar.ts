import { hiddenCharacters } from '../model/display.ts';
import type { Json } from '../model/json.ts';
import type { Constraint } from '../model/policy.ts';

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Text as a Cedar string literal on one line, with escapes for the characters a reader cannot see. */
export function cedarText(text: string): string {
  const plain = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  const shown = [...new Set(hiddenCharacters(plain))].reduce(
    (done, character) => done.replaceAll(character, escaped(character)),
    plain,
  );
  return `"${shown}"`;
}

const keywords = new Set(['true', 'false', 'if', 'then', 'else', 'in', 'is', 'like', 'has']);

/** A name that Cedar reads without quotes. */
export const isIdentifier = (name: string): boolean =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !keywords.has(name) && !name.startsWith('__cedar');

/** `record has name`, and the expression that reads it. */
export function cedarAttribute(record: string, name: string): { isThere: string; subject: string } {
  return isIdentifier(name)
    ? { isThere: `${record} has ${name}`, subject: `${record}.${name}` }
    : { isThere: `${record} has ${cedarText(name)}`, subject: `${record}[${cedarText(name)}]` };
}

/** How a host of Cedar policies writes values, null where it cannot. */
export interface CedarValues {
  literal: (value: Json) => string | null;
  /** All values that read the same as one of these, as literals. */
  forbidden: (value: Json) => string[] | null;
  /** How numbers are compared: decimals by methods, whole numbers by operators. */
  orders: Readonly<Record<'lt' | 'lte' | 'gt' | 'gte', (subject: string, text: string) => string>>;
}

/** A number as a Cedar decimal, which has four places after the point and 922337203685477 before it, or null. */
export function cedarDecimal(value: number): string | null {
  const isDecimal = Math.abs(value) <= 922_337_203_685_477 && Number(value.toFixed(4)) === value;
  return isDecimal ? `decimal("${Number.isInteger(value) ? value.toFixed(1) : String(value)}")` : null;
}

const method =
  (name: string) =>
  (subject: string, text: string): string =>
    `${subject}.${name}(${text})`;

const operator =
  (sign: string) =>
  (subject: string, text: string): string =>
    `${subject} ${sign} ${text}`;

export const decimalOrders: CedarValues['orders'] = {
  lt: method('lessThan'),
  lte: method('lessThanOrEqual'),
  gt: method('greaterThan'),
  gte: method('greaterThanOrEqual'),
};

export const longOrders: CedarValues['orders'] = {
  lt: operator('<'),
  lte: operator('<='),
  gt: operator('>'),
  gte: operator('>='),
};

/** All of them, or null where one is missing. */
export function complete(literals: readonly (string | null)[]): string[] | null {
  const known = literals.filter((literal) => literal !== null);
  return known.length === literals.length ? known : null;
}

const isAmong = (subject: string, members: readonly string[]): string =>
  members.length === 0 ? 'false' : `[${members.join(', ')}].contains(${subject})`;

/** That an argument that is there satisfies a condition, or null where Cedar cannot say so. */
export function cedarComparison(
  subject: string,
  { op, value }: Constraint,
  { literal, forbidden, orders }: CedarValues,
): string | null {
  if (op === 'neq' || op === 'not_in') {
    const members = forbidden(value);
    return members === null ? null : `!(${isAmong(subject, members)})`;
  }
  if (op === 'in') {
    const members = Array.isArray(value) ? complete(value.map(literal)) : null;
    return members === null ? null : isAmong(subject, members);
  }
  const text = literal(value);
  if (text === null || op === 'regex' || op === 'contains' || op === 'exists') return null;
  if (op === 'eq') return `${subject} == ${text}`;
  return typeof value === 'number' ? orders[op](subject, text) : null;
}
