import { isObject } from '../../model/json.ts';
import type { Place } from './linter.ts';

/** The value at a place, or undefined. Never reads inherited members. */
export function at(root: unknown, ...place: Place): unknown {
  let value = root;
  for (const key of place) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The members of the object at a place; none where no object stands. */
export function membersAt(root: unknown, ...place: Place): [string, unknown][] {
  const value = at(root, ...place);
  return isObject(value) ? Object.entries(value) : [];
}

/** The entries of the list at a place with their own places; none where no list stands. */
export function listAt(root: unknown, ...place: Place): { value: unknown; at: Place }[] {
  const value = at(root, ...place);
  return Array.isArray(value)
    ? value.map((entry: unknown, index) => ({ value: entry, at: [...place, index] }))
    : [];
}

/** The texts of the list at a place with their own places. */
export function textsAt(root: unknown, ...place: Place): { text: string; at: Place }[] {
  return listAt(root, ...place).flatMap(({ value, at: own }) =>
    typeof value === 'string' ? [{ text: value, at: own }] : [],
  );
}

/** Whether a `*` in a pattern stands for any text and everything else for itself. Takes linear time for each `*`. */
export function globMatches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || text.length < first.length + last.length) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found === -1 || found + part.length > end) return false;
    from = found + part.length;
  }
  return text.endsWith(last);
}
