import { visible } from '../model/display.ts';
import type { Schema } from '../model/schema.ts';
import { count, figure, shortened } from './wording.ts';

/** Characters of a pattern that are shown. */
const patternCharacters = 80;

const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** "1 to 100", "at least 1", "at most 100"; null when neither end is given. */
function range(least: number | null, most: number | null, unit: (amount: number) => string): string | null {
  if (least !== null && most !== null) return `${figure(least)} to ${unit(most)}`;
  if (least !== null) return `at least ${unit(least)}`;
  return most === null ? null : `at most ${unit(most)}`;
}

const plain = (amount: number): string => figure(amount);

/** Integers as TypeScript's libraries write them: the largest safe one bounds nothing. */
const bounding = (value: unknown): number | null => {
  const amount = number(value);
  return amount === null || Math.abs(amount) >= Number.MAX_SAFE_INTEGER ? null : amount;
};

/** What the schema holds a value to besides its type, in words; null when it holds it to nothing. Ready to show. */
export function boundsOf(schema: Schema): string | null {
  const most = bounding(schema.maximum);
  const below = bounding(schema.exclusiveMaximum);
  const least = bounding(schema.minimum);
  const above = bounding(schema.exclusiveMinimum);
  const parts = [
    range(least, most, plain),
    above === null ? null : `more than ${plain(above)}`,
    below === null ? null : `less than ${plain(below)}`,
    range(number(schema.minLength), number(schema.maxLength), (amount) => count(amount, 'character')),
    range(number(schema.minItems), number(schema.maxItems), (amount) => count(amount, 'item')),
    typeof schema.format === 'string' ? `format ${visible(schema.format)}` : null,
    typeof schema.pattern === 'string'
      ? `pattern ${shortened(visible(schema.pattern), patternCharacters)}`
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
