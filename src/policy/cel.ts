import { hiddenCharacters } from '../model/display.ts';
import type { Json } from '../model/json.ts';
import type { Constraint } from '../model/policy.ts';
import { readings } from './readings.ts';

const escaped = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;

/** Text as a CEL string literal on one line, with escapes for the characters a reader cannot see. */
export function celText(text: string): string {
  const literal = JSON.stringify(text);
  return [...new Set(hiddenCharacters(literal))].reduce(
    (shown, character) => shown.replaceAll(character, escaped(character)),
    literal,
  );
}

/** A list of texts as a CEL literal. */
export function celList(texts: readonly string[]): string {
  return `[${texts.map(celText).join(', ')}]`;
}

const isPlain = (value: Json): value is string | number | boolean | null =>
  value === null || typeof value !== 'object';

/** Numbers become doubles: that is what an argument is after its JSON was read, and CEL compares them with integers. */
function literal(value: string | number | boolean | null): string {
  if (typeof value === 'string') return celText(value);
  return typeof value === 'number' && Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** Whether one of the values equals. Some engines want all members of a list to be of one type. */
function isOneOf(subject: string, values: readonly (string | number | boolean | null)[]): string {
  if (new Set(values.map((value) => typeof value)).size === 1 && !values.includes(null))
    return `${subject} in [${values.map(literal).join(', ')}]`;
  return values.length === 0
    ? 'false'
    : `(${values.map((value) => `${subject} == ${literal(value)}`).join(' || ')})`;
}

const isPlace = (member: string): boolean => /^(?:0|[1-9]\d{0,8})$/.test(member);

/** Whether CEL can state a condition: all operators on plain values, and lists of them. */
export function celHolds({ op, value }: Constraint): boolean {
  if (op === 'neq' || op === 'not_in') return readings(value) !== null;
  if (op === 'in') return Array.isArray(value) && value.every(isPlain);
  if (op === 'regex') return typeof value === 'string';
  return isPlain(value);
}

/**
 * Each step into the arguments: whether the member is there and not null, and the expression that reads it. `filter`
 * fails for a text, which has a size too.
 */
function steps(params: string, argument: readonly string[]): { isThere: string[]; subject: string } {
  return argument.reduce<{ isThere: string[]; subject: string }>(
    ({ isThere, subject }, member) => {
      if (isPlace(member))
        return {
          isThere: [...isThere, `size(${subject}.filter(each, true)) > ${member}`],
          subject: `${subject}[${member}]`,
        };
      const next = `${subject}[${celText(member)}]`;
      return { isThere: [...isThere, `${celText(member)} in ${subject}`, `${next} != null`], subject: next };
    },
    { isThere: [`"arguments" in ${params}`], subject: `${params}["arguments"]` },
  );
}

const comparisons = { eq: '==', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function comparison(subject: string, { op, value }: Constraint): string {
  const values = (Array.isArray(value) ? value : [value]).filter(isPlain);
  const text = values.map(literal).join();
  switch (op) {
    case 'in':
      return isOneOf(subject, values);
    case 'neq':
    case 'not_in':
      return `!(${isOneOf(subject, readings(value) ?? [])})`;
    case 'regex':
      return `${subject}.matches(${text})`;
    case 'contains':
      return typeof value === 'string'
        ? `(${subject}.contains(${text}) || ${text} in ${subject})`
        : `${text} in ${subject}`;
    case 'exists':
      return 'true';
    default:
      return `${subject} ${comparisons[op]} ${text}`;
  }
}

function condition(params: string, constraint: Constraint): string {
  const { isThere, subject } = steps(params, constraint.argument);
  const given = isThere.join(' && ');
  if (constraint.op === 'exists') return constraint.value === true ? given : `!(${given})`;
  const holds = comparison(subject, constraint);
  return constraint.mustBeGiven ? `${given} && ${holds}` : `(!(${given}) || ${holds})`;
}

/**
 * One CEL expression that is true when every condition holds. `params` is the expression for the parameters of the
 * `tools/call` request. A value of another type than the condition's makes the expression fail: use it only where a
 * failure denies.
 */
export function celConditions(constraints: readonly Constraint[], params: string): string {
  return constraints.map((constraint) => condition(params, constraint)).join(' && ');
}
