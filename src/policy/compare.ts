import { isDeepStrictEqual } from 'node:util';
import { RE2JS } from 're2js';
import type { Json } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import type { Operator } from '../model/policy.ts';

/** What a comparison says of a call. `unclear`: the argument is of a kind that it cannot be compared with. */
export type Finding = 'yes' | 'no' | 'unclear';

/** A comparison that is ready to run. */
export interface Comparison {
  /** The argument and, inside it, members and places. */
  argument: readonly string[];
  /** Of what stands there, which is something. */
  compare: (actual: Json) => Finding;
  /** Whether the argument is there, where that alone is asked; else null. */
  exists: boolean | null;
}

/** Something is in the way: a text, say, where an object or a list should be. A server may still read it as one. */
export const opaque = Symbol('opaque');

/** What stands at a place of a call: undefined for nothing, and for null where a member could have been left out. */
export function given(root: Json, argument: readonly string[]): Json | typeof opaque | undefined {
  let value: Json = root;
  for (const token of argument) {
    if (typeof value !== 'object' || value === null) return opaque;
    const isPlace = Array.isArray(value);
    if (isPlace && !/^(?:0|[1-9]\d*)$/.test(token)) return opaque;
    if (!Object.hasOwn(value, token)) return undefined;
    const next: Json = (value as Record<string, Json>)[token] ?? null;
    if (next === null && !isPlace) return undefined;
    value = next;
  }
  return value;
}

const isScalar = (value: Json): value is string | number | boolean =>
  value !== null && typeof value !== 'object';

/** Whether scalars of different types read the same: servers convert "5" to 5, and "true" or 1 to true. */
function readsSame(...both: readonly [string | number | boolean, string | number | boolean]): boolean {
  const [actual, value] = both;
  if (String(actual) === String(value)) return true;
  const isNumber = both.some((each) => typeof each === 'number');
  return isNumber && both.every((each) => String(each).trim() !== '') && Number(actual) === Number(value);
}

function isSame(actual: Json, value: Json): boolean {
  if (!isScalar(actual) || !isScalar(value)) return isDeepStrictEqual(actual, value);
  return typeof actual === typeof value ? actual === value : readsSame(actual, value);
}

const found = (holds: boolean): Finding => (holds ? 'yes' : 'no');

const ordered =
  (holds: (actual: number, value: number) => boolean) =>
  (actual: Json, value: Json): Finding =>
    typeof actual === 'number' && typeof value === 'number' ? found(holds(actual, value)) : 'unclear';

const isIn = (actual: Json, value: Json): boolean =>
  Array.isArray(value) && value.some((member) => isSame(actual, member));

function contains(actual: Json, value: Json): Finding {
  if (Array.isArray(actual)) return found(actual.some((member) => isSame(member, value)));
  return typeof actual === 'string' && typeof value === 'string' ? found(actual.includes(value)) : 'unclear';
}

/** Every operator but `exists`, which needs no value to compare, and `regex`, which is compiled first. */
const comparisons: Readonly<
  Record<Exclude<Operator, 'exists' | 'regex'>, (actual: Json, value: Json) => Finding>
> = {
  eq: (actual, value) => found(isSame(actual, value)),
  neq: (actual, value) => found(!isSame(actual, value)),
  lt: ordered((actual, value) => actual < value),
  lte: ordered((actual, value) => actual <= value),
  gt: ordered((actual, value) => actual > value),
  gte: ordered((actual, value) => actual >= value),
  in: (actual, value) => found(isIn(actual, value)),
  not_in: (actual, value) => found(!isIn(actual, value)),
  contains,
};

/** Linear in the text, whatever the pattern is: RE2, which knows neither look-around nor back references. */
function matching(pattern: string): (actual: Json) => Finding {
  const compiled = RE2JS.compile(pattern);
  return (actual) => (typeof actual === 'string' ? found(compiled.matcher(actual).find()) : 'unclear');
}

/**
 * A comparison from its three parts.
 * @throws Error when a regular expression is none that RE2 knows, or longer than `limits.patternCharacters`.
 */
export function comparisonOf(argument: readonly string[], op: Operator, value: Json): Comparison {
  if (op === 'exists') return { argument, compare: () => 'yes', exists: value === true };
  if (op === 'regex') {
    if (typeof value !== 'string' || value.length > limits.patternCharacters)
      throw new RangeError(`it is no text of at most ${limits.patternCharacters} characters`);
    return { argument, compare: matching(value), exists: null };
  }
  const compare = comparisons[op];
  return { argument, compare: (actual) => compare(actual, value), exists: null };
}

/** What a comparison finds in the arguments of a call. Of an argument that is not given nothing holds but its absence. */
export function find({ argument, compare, exists }: Comparison, call: Json): Finding {
  const actual = given(call, argument);
  if (actual === opaque) return 'unclear';
  if (exists !== null) return found((actual !== undefined) === exists);
  return actual === undefined ? 'no' : compare(actual);
}
