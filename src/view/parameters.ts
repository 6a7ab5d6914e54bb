import { visible } from '../model/display.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import { asList, resolve, type Schema, variants } from '../model/schema.ts';
import { signals } from '../model/signals.ts';
import { boundsOf } from './bounds.ts';
import type { Reach } from './reach.ts';
import { shortened } from './wording.ts';

export interface Parameter {
  /** Nested members as `filter.status`, members of list items as `items[].id`. */
  name: string;
  /** `string`, `"a" | "b"`, `integer[]`; `any` when the schema names none. */
  type: string;
  isRequired: boolean;
  /** The default as JSON; null when the schema states none. */
  default: string | null;
  /** What the schema holds the value to besides its type, in words; null when to nothing. */
  bounds: string | null;
  /** What was proved that a caller can reach with it: short phrases. */
  reach: string[];
  description: string | null;
}

/** What the input schema says. No schema means that the parameters are unknown, not that there are none. */
export interface Parameters {
  isKnown: boolean;
  rows: Parameter[];
  /** The schema is larger than a page should be, and rows are left out. */
  isCut: boolean;
  /** The schema says that members it does not name are accepted. */
  isOpen: boolean;
}

/** A row under the name that the schema has for it, which may hold what a reader cannot see. */
interface NamedRow {
  name: string;
  row: Parameter;
}

interface Walk {
  root: JsonObject;
  rows: NamedRow[];
  /** Schemas visited. References can make a small schema stand for an endless tree. */
  steps: number;
}

function literals(values: unknown[]): string {
  const shown = values.slice(0, limits.enumValues).map((value) => JSON.stringify(value));
  const more = values.length - shown.length;
  return more === 0 ? shown.join(' | ') : `${shown.join(' | ')} | … ${more} more`;
}

function typeOf(root: JsonObject, schema: Schema, depth = 0): string {
  if (Array.isArray(schema.enum)) return literals(schema.enum);
  if ('const' in schema) return literals([schema.const]);
  if (depth > limits.typeDepth) return 'any';
  if (schema.type === 'array') {
    const item = typeOf(root, resolve(root, schema.items), depth + 1);
    return item === 'any' ? 'array' : item.includes(' | ') ? `(${item})[]` : `${item}[]`;
  }
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  if (types.length > 0) return types.join(' | ');
  const choices = variants(root, schema).map((variant) => typeOf(root, variant, depth + 1));
  if (choices.length > 0) return [...new Set(choices)].join(' | ');
  return isObject(schema.properties) ? 'object' : 'any';
}

function descriptionOf(schema: Schema): string | null {
  const text = typeof schema.description === 'string' ? schema.description.trim() : '';
  return text === '' ? null : shortened(visible(text), limits.parameterCharacters);
}

function rowOf({ root }: Walk, name: string, schema: Schema, isRequired: boolean): Parameter {
  return {
    name: visible(name),
    type: shortened(visible(typeOf(root, schema)), limits.parameterCharacters),
    isRequired,
    default:
      'default' in schema
        ? shortened(visible(JSON.stringify(schema.default)), limits.parameterCharacters)
        : null,
    bounds: boundsOf(schema),
    reach: [],
    description: descriptionOf(schema),
  };
}

const isFull = ({ rows, steps }: Walk): boolean =>
  rows.length > limits.parameterRows || steps > limits.parameterSteps;

/** The members under a schema: its own, its list items' and those of its variants. */
function membersOf(walk: Walk, prefix: string, schema: Schema, depth: number): void {
  walk.steps += 1;
  if (depth > limits.parameterDepth || isFull(walk)) return;
  const required = new Set(asList(schema.required));
  const members = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const isOptional = ([key]: [string, unknown]): number => (required.has(key) ? 0 : 1);
  for (const [key, member] of members.sort((a, b) => isOptional(a) - isOptional(b))) {
    if (isFull(walk)) return;
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const resolved = resolve(walk.root, member);
    walk.rows.push({ name, row: rowOf(walk, name, resolved, required.has(key)) });
    membersOf(walk, name, resolved, depth + 1);
  }
  if (isObject(schema.items)) membersOf(walk, `${prefix}[]`, resolve(walk.root, schema.items), depth + 1);
  for (const variant of variants(walk.root, schema)) membersOf(walk, prefix, variant, depth + 1);
}

/** What a schema says, however it is reached. */
interface Schematic extends Omit<Parameters, 'rows'> {
  rows: readonly NamedRow[];
}

/** A page asks for the parameters of its tool and of all beside it. */
const known = new WeakMap<JsonObject, Schematic>();

function readSchema(inputSchema: JsonObject): Schematic {
  const walk: Walk = { root: inputSchema, rows: [], steps: 0 };
  const root = resolve(inputSchema, inputSchema);
  membersOf(walk, '', root, 0);
  const named = new Map(walk.rows.toReversed().map((each) => [each.row.name, each]));
  const rows = [...named.values()].reverse().slice(0, limits.parameterRows);
  const isOpen = root.additionalProperties === true || isObject(root.additionalProperties);
  return { isKnown: true, rows, isCut: isFull(walk), isOpen };
}

function reaching({ name, row }: NamedRow, reach: Reach): Parameter {
  const found = reach.get(name);
  return found === undefined ? row : { ...row, reach: found.map((signal) => signals[signal].label) };
}

/**
 * The parameters of an input schema as flat rows: what is required first, else in the schema's order. Ends on any schema: references to
 * themselves, depth and width stop at `limits`. Strings are ready to show.
 */
export function parameters(inputSchema: JsonObject | undefined, reach: Reach = new Map()): Parameters {
  if (inputSchema === undefined) return { isKnown: false, rows: [], isCut: false, isOpen: false };
  const { rows, ...read } = known.get(inputSchema) ?? readSchema(inputSchema);
  known.set(inputSchema, { rows, ...read });
  return { ...read, rows: rows.map((named) => reaching(named, reach)) };
}
