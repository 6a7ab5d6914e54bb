import { isObject, type JsonObject, tokensOf } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import { asList, resolve, type Schema, variants } from '../model/schema.ts';

/** An argument of a tool, or a member inside one, that a condition can name. */
export interface Argument {
  /** As `Constraint.argument`. */
  path: readonly string[];
  /** Its schema, references resolved. */
  schema: Schema;
  /** The JSON types the schema allows; empty when it names none. */
  types: ReadonlySet<string>;
  /** Whether no call is complete without it. */
  isRequired: boolean;
}

/** The types of a schema and of what else it may be. */
export function typesOf(root: JsonObject, schema: Schema, depth = 0): string[] {
  const own = asList(typeof schema.type === 'string' ? [schema.type] : schema.type);
  const beside = depth > limits.typeDepth ? [] : variants(root, schema);
  return [
    ...own.filter((type) => typeof type === 'string'),
    ...beside.flatMap((each) => typesOf(root, each, depth + 1)),
  ];
}

function argumentOf(
  root: JsonObject,
  path: readonly string[],
  member: unknown,
  isRequired: boolean,
): Argument {
  const schema = resolve(root, member);
  return { path, schema, types: new Set(typesOf(root, schema)), isRequired };
}

/** Where a pointer has led so far: a schema, and the argument that it belongs to. */
interface Place {
  schema: unknown;
  argument: Argument | null;
  isRequired: boolean;
}

const alternatives = new Set(['anyOf', 'oneOf', 'allOf']);

function member(root: JsonObject, properties: Schema, name: string, place: Place): Place | null {
  if (!Object.hasOwn(properties, name)) return null;
  const { schema, argument } = place;
  const isRequired = place.isRequired && isObject(schema) && asList(schema.required).includes(name);
  const path = [...(argument?.path ?? []), name];
  return {
    schema: properties[name],
    argument: argumentOf(root, path, properties[name], isRequired),
    isRequired,
  };
}

function follow(root: JsonObject, tokens: readonly string[], place: Place): Argument | null {
  const [keyword = '', key = '', ...rest] = tokens;
  const { schema, argument } = place;
  if (!isObject(schema)) return argument;
  if (keyword === 'items') return tokens.includes('properties') ? null : argument;
  if (alternatives.has(keyword)) {
    const isRequired = place.isRequired && keyword === 'allOf';
    return follow(root, rest, { schema: asList(schema[keyword])[Number(key)], argument, isRequired });
  }
  if (keyword !== 'properties' || !isObject(schema.properties)) return argument;
  const next = member(root, schema.properties, key, place);
  return next && follow(root, rest, next);
}

/**
 * The argument that a JSON Pointer into a definition leads to or into. Null where no condition can name it: inside the
 * items of a list, or in a definition that other places refer to.
 */
export function argumentAt(inputSchema: JsonObject | undefined, at: string): Argument | null {
  const [top, ...tokens] = tokensOf(at);
  if (top !== 'inputSchema' || inputSchema === undefined) return null;
  return follow(inputSchema, tokens, { schema: inputSchema, argument: null, isRequired: true });
}

/** Every argument that a condition can name, from the outside in. Ends on any schema, at `limits`. */
export function allArguments(inputSchema: JsonObject | undefined): Argument[] {
  if (inputSchema === undefined) return [];
  const all: Argument[] = [];
  const walk = (path: readonly string[], schema: Schema, isRequired: boolean): void => {
    if (path.length > limits.parameterDepth) return;
    const required = new Set(asList(schema.required));
    for (const [name, member] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (all.length >= limits.parameterSteps) return;
      const argument = argumentOf(inputSchema, [...path, name], member, isRequired && required.has(name));
      all.push(argument);
      walk(argument.path, argument.schema, argument.isRequired);
    }
  };
  walk([], resolve(inputSchema, inputSchema), true);
  return all;
}
