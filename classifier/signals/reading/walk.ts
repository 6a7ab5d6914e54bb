import { isObject, pointer } from '../../../src/model/json.ts';
import { limits } from '../../../src/model/limits.ts';
import { nameWords } from './names.ts';
import { once } from './once.ts';
import type { Parameter, Passage } from './reading.ts';

/** What stands in the schemas and hints of a definition. */
interface Walked {
  strings: Passage[];
  parameters: Parameter[];
  /** Whether something lies deeper than was looked. */
  isCut: boolean;
}

/** The words a JSON Schema has for types. They are grammar and no text. */
const grammar = /^(?:string|number|integer|boolean|object|array|null)$/;

const combinators = ['anyOf', 'oneOf', 'allOf'] as const;

/** The schemas a parameter is made of: itself and its direct alternatives. References are not followed. */
function alternatives(schema: Record<string, unknown>): Record<string, unknown>[] {
  const all = [schema];
  for (const key of combinators) {
    const inner = schema[key];
    if (Array.isArray(inner)) for (const each of inner as unknown[]) if (isObject(each)) all.push(each);
  }
  return all;
}

/** The strings of a list, or a lone one. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as unknown[]).filter((each) => typeof each === 'string') : [];
}

function choicesOf(schemas: readonly Record<string, unknown>[]): string[] {
  const choices: string[] = [];
  for (const { enum: many, const: one } of schemas) {
    if (Array.isArray(many)) for (const each of stringsOf(many)) choices.push(each);
    if (typeof one === 'string') choices.push(one);
  }
  return choices;
}

/** A set of each type alone, which most arguments have. */
const alone: ReadonlyMap<unknown, ReadonlySet<string>> = new Map(
  ['string', 'number', 'integer', 'boolean', 'object', 'array'].map((type) => [type, new Set([type])]),
);

const typesOf = (schemas: readonly Record<string, unknown>[]): ReadonlySet<string> =>
  (schemas.length === 1 ? alone.get(schemas[0]?.type) : undefined) ??
  new Set(schemas.flatMap(({ type }) => stringsOf(type)));

/** The words of an argument's name. The same names come again in many tools. */
const spokenName = once((name) => {
  const words = nameWords(name);
  return { words, spoken: words.join(' ') };
});

function parameter(name: string, at: string, schema: Record<string, unknown>): Parameter {
  const all = alternatives(schema);
  const passages: Passage[] = [];
  const { title, description } = schema;
  const { words, spoken } = spokenName(name);
  if (typeof title === 'string') passages.push({ at: `${at}/title`, text: title });
  if (typeof description === 'string') passages.push({ at: `${at}/description`, text: description });
  return {
    name,
    words,
    spoken,
    at,
    types: typesOf(all),
    passages,
    choices: choicesOf(all),
  };
}

/** The names of an object's members in order. Sorted here, because most objects have so few that preparing a sort costs more. */
function namesIn(value: object): string[] {
  const names = Object.keys(value);
  if (names.length > 12) return names.sort();
  for (let end = 1; end < names.length; end += 1) {
    const name = names[end] ?? '';
    let at = end;
    for (; at > 0 && (names[at - 1] ?? '') > name; at -= 1) names[at] = names[at - 1] ?? '';
    names[at] = name;
  }
  return names;
}

/** An object or array that is to be looked at. Only in the input schema are there arguments: the members of `properties`. */
interface Place {
  at: string;
  key: string;
  value: object;
  isInput: boolean;
}

/** Notes what an object or array holds, and what is to be looked at next. */
function open({ strings, parameters }: Walked, { at, key: own, value, isInput }: Place, next: Place[]): void {
  const isList = isInput && own === 'properties';
  for (const key of namesIn(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (typeof member === 'string' && !grammar.test(member))
      strings.push({ at: at + pointer(key), text: member });
    if (typeof member !== 'object' || member === null) continue;
    const here = at + pointer(key);
    if (isList && isObject(member)) parameters.push(parameter(key, here, member));
    next.push({ at: here, key, value: member, isInput: isInput || here === '/inputSchema' });
  }
}

/**
 * Every string under a value with its pointer, and every argument of its input schema, breadth first and in the order
 * of names, because the order in which members were written tells nothing. Definitions under $defs count once, so a
 * reference to itself ends. No deeper than `limits.definitionDepth`.
 */
export function walk(root: object): Walked {
  const walked: Walked = { strings: [], parameters: [], isCut: false };
  let level: Place[] = [{ at: '', key: '', value: root, isInput: false }];
  for (let depth = 0; depth <= limits.definitionDepth && level.length > 0; depth += 1) {
    const next: Place[] = [];
    for (const place of level) open(walked, place, next);
    level = next;
  }
  return { ...walked, isCut: level.length > 0 };
}
