import type { Json } from '../model/json.ts';
import type { Constraint } from '../model/policy.ts';

/**
 * Regular expressions over a call's arguments as Gemini CLI writes them down for `argsPattern`: JSON with sorted keys,
 * and a NUL before and after every member of the outermost object, which no text inside can contain. They only look
 * ahead at fixed texts: Gemini refuses nested repetition, and a fixed text takes no time to speak of.
 */

/** Characters of the longest pattern that Gemini CLI 0.61.0 accepts; it drops a rule with a longer one. */
export const longestPattern = 2048;

const literal = (value: Json): string => JSON.stringify(value).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The ways to write a value that a server may read as the same, such as "true" and 1 for true (see compare.ts). */
function readings(value: Json): Json[] {
  if (typeof value === 'boolean') return [value, String(value), Number(value)];
  if (typeof value === 'number')
    return [value, String(value), ...[true, false].filter((each) => Number(each) === value)];
  if (typeof value !== 'string') return [];
  const number = value.trim() === '' ? NaN : Number(value);
  const truth = [true, false].filter((each) => String(each) === value);
  return [value, ...truth, ...(Number.isFinite(number) ? [number] : [])];
}

/** A number has no end of other readings ("5.0", " 5"), so that it can be demanded but not ruled out. */
const isDemandable = (value: Json): boolean => ['string', 'boolean', 'number'].includes(typeof value);
const isExcludable = (value: Json): boolean => ['string', 'boolean'].includes(typeof value);

/** Whether a condition can be said in a pattern: one on a whole argument, that it is there or is or is not a plain value. */
export function isPatternable({ argument, op, value }: Constraint): boolean {
  if (argument.length !== 1) return false;
  if (op === 'in') return Array.isArray(value) && value.every(isDemandable);
  if (op === 'not_in') return Array.isArray(value) && value.every(isExcludable);
  return (op === 'eq' && isDemandable(value)) || (op === 'neq' && isExcludable(value)) || op === 'exists';
}

/** A text that matches at the start of the arguments when the condition holds, and takes up nothing. */
function lookAhead({ argument, op, value, mustBeGiven }: Constraint): string {
  const member = `[^]*\\x00${literal(argument[0] ?? '')}:(?!null\\x00)`;
  if (op === 'exists') return value === true ? `(?=${member})` : `(?!${member})`;
  const values = (Array.isArray(value) ? value : [value]).flatMap(readings);
  const listed = `(?:${[...new Set(values)].map(literal).join('|')})\\x00`;
  const [good, bad] = op === 'eq' || op === 'in' ? [listed, `(?!${listed})`] : [`(?!${listed})`, listed];
  return mustBeGiven ? `(?=${member}${good})` : `(?!${member}${bad})`;
}

/** The patterns of calls that hold all these conditions and of calls that break one. All must be patternable. */
export function patterns(constraints: readonly Constraint[]): { held: string; broken: string } {
  const all = constraints.map(lookAhead).join('');
  return { held: `^${all}`, broken: `^(?!${all})` };
}
