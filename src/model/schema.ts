import { isObject, type JsonObject, valueAt } from './json.ts';
import { limits } from './limits.ts';

/** A part of an input schema (JSON Schema of any draft) as it came: nothing is known of its members. */
export type Schema = Record<string, unknown>;

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The schema behind local references; a chain that does not end, or leads nowhere, ends as "any". */
export function resolve(root: JsonObject, start: unknown): Schema {
  let schema = start;
  for (let step = 0; step < limits.parameterDepth; step += 1) {
    if (!isObject(schema)) return {};
    if (typeof schema.$ref !== 'string') return schema;
    const { $ref: reference, ...beside } = schema;
    const target = reference.startsWith('#') ? valueAt(root, reference.slice(1)) : undefined;
    schema = isObject(target) ? { ...target, ...beside } : beside;
  }
  return {};
}

/** What a schema may or must be besides (anyOf, oneOf, allOf), references resolved. */
export const variants = (root: JsonObject, schema: Schema): Schema[] =>
  [...asList(schema.anyOf), ...asList(schema.oneOf), ...asList(schema.allOf)]
    .slice(0, limits.schemaVariants)
    .map((variant) => resolve(root, variant));
