import { isObject, pointer, tokensOf, valueAt } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import type { Parameter, Reading } from '../signals/reading/reading.ts';
import { areActions, mayChoose, plainlyChooses } from './chooser.ts';
import { toldValues } from './told.ts';

/** One value of an argument that chooses what a call does. */
export interface Listed {
  /** The argument's name. */
  argument: string;
  /** The value. */
  name: string;
  /** JSON Pointer of the value, or of the text that names it. */
  at: string;
  /** JSON Pointer of the argument's schema. */
  switchAt: string;
}

const variants = ['anyOf', 'oneOf', 'allOf'] as const;

/** Whether a value can be the name of an action. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= limits.toolName;
}

/** The strings that a schema allows, in its own enum or const or in those of its direct variants. */
function valuesOf(schema: unknown, at: string): { name: string; at: string }[] {
  if (!isObject(schema)) return [];
  const direct = [
    ...(Array.isArray(schema.enum)
      ? schema.enum.map((name: unknown, index) => ({ name, at: at + pointer('enum', index) }))
      : []),
    { name: schema.const, at: at + pointer('const') },
  ].flatMap(({ name, at }) => (isName(name) ? [{ name, at }] : []));
  const inner = variants.flatMap((key) => {
    const members: unknown = schema[key];
    if (!Array.isArray(members)) return [];
    return members.flatMap((member, index) => valuesOf(member, at + pointer(key, index)));
  });
  return [...direct, ...inner];
}

/** Where an argument stands, whatever variant of the schema it stands in. */
const places = (at: string) => at.replaceAll(/\/(?:anyOf|oneOf|allOf)\/\d+/g, '');

/** How deep an argument lies among the others: 1 for one of the tool itself. */
const depthOf = ({ at }: Parameter) => tokensOf(places(at)).filter((token) => token === 'properties').length;

/** The values that the schemas of one argument allow; where they allow any, those that the definition names in words. */
function valuesIn(reading: Reading, same: readonly Parameter[]): Listed[] {
  const all = same.flatMap((parameter) => {
    const { name, at, choices } = parameter;
    const values =
      choices.length > 0 ? valuesOf(valueAt(reading.tool, at), at) : toldValues(reading, parameter);
    return values.map((value) => ({ ...value, argument: name, switchAt: at }));
  });
  return [...new Map(all.toReversed().map((value) => [value.name, value])).values()].toReversed();
}

/**
 * The actions between which the arguments of a tool choose, in the order of its schema. The same value is listed
 * once. Empty for a tool that does one thing.
 */
export function listedActions(reading: Reading): Listed[] {
  const candidates = reading.parameters.filter((parameter) => {
    const depth = depthOf(parameter);
    if (parameter.choices.length === 0) return plainlyChooses(parameter) && depth === 1;
    return (plainlyChooses(parameter) && depth <= 2) || (mayChoose(parameter) && depth === 1);
  });
  if (candidates.length === 0) return [];
  return [...Map.groupBy(candidates, ({ at }) => places(at)).values()].flatMap((same) => {
    const listed = valuesIn(reading, same);
    const values = listed.map(({ name }) => name);
    return same[0] !== undefined && areActions(same[0], values, reading) ? listed : [];
  });
}
