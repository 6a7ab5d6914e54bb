import type { Json } from '../model/json.ts';
import type { Constraint } from '../model/policy.ts';

/**
 * Regular expressions over a call's arguments as Gemini CLI writes them down for `argsPattern`: JSON with sorted keys,
 * and a NUL before and after every member of the outermost object, which no text inside can contain. They only look
 * ahead at fixed texts: Gemini refuses nested repetition, and a fixed text takes no time to speak of.
 */

/** Characters of the longest pattern that Gemini CLI 0.61.0 accepts; it drops a rule with a longer one. */
export const longestPattern = 2048;

const literal = (value: Json): string => JSON.stringify(value).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const isPlain = (value: Json): boolean => value === null || typeof value !== 'object';

/** Whether a condition can be said in a pattern: one on a whole argument that compares with texts, numbers or truth values. */
export function isPatternable({ argument, op, value }: Constraint): boolean {
  if (argument.length !== 1) return false;
  if (op === 'in' || op === 'not_in') return Array.isArray(value) && value.every(isPlain);
  return (op === 'eq' || op === 'neq' || op === 'exists') && isPlain(value);
}

/** A text that matches at the start of the arguments when the condition holds, and takes up nothing. */
function lookAhead({ argument, op, value, mustBeGiven }: Constraint): string {
  const member = `[^]*\\x00${literal(argument[0] ?? '')}:`;
  if (op === 'exists') return value === false ? `(?!${member})` : `(?=${member})`;
  const values = Array.isArray(value) ? value : [value];
  const listed = `(?:${values.map(literal).join('|')})\\x00`;
  const [good, bad] = op === 'eq' || op === 'in' ? [listed, `(?!${listed})`] : [`(?!${listed})`, listed];
  return mustBeGiven ? `(?=${member}${good})` : `(?!${member}${bad})`;
}

/** The patterns of calls that hold all these conditions and of calls that break one. All must be patternable. */
export function patterns(constraints: readonly Constraint[]): { held: string; broken: string } {
  const all = constraints.map(lookAhead).join('');
  return { held: `^${all}`, broken: `^(?!${all})` };
}
