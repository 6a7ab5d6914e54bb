import type { Quote } from '../../src/model/classification.ts';
import { isObject, type Json, type JsonObject, valueAt } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { vague } from '../judges/rules/case.ts';
import type { Reading } from '../signals/reading/reading.ts';
import { actOf } from './chooser.ts';
import type { Listed } from './listed.ts';
import { valueWords } from './value-words.ts';

/** What a tool is about: the words of its name, without a verb that promises nothing or stands at the end. */
function objectOf({ words, named: [named] }: Reading): string {
  const verb = named?.place.quote.toLowerCase();
  const isLeft = (word: string, index: number) =>
    word !== verb || !(index === words.length - 1 || vague.has(named?.lemma ?? ''));
  return words.filter(isLeft).join(' ');
}

/** Where the words on an argument say for what it is: "required for create and update". */
const scope = /\b(?:for|with|when|if|only|by)\b[^.;)\n]{0,120}/gi;

/** Whether an argument is said to go with other actions and not with this one. */
function isElsewhere(schema: Json, { name }: Listed, listed: readonly Listed[]): boolean {
  const description = isObject(schema) ? schema.description : undefined;
  if (typeof description !== 'string') return false;
  const scopes = description.slice(0, limits.actionCharacters).match(scope) ?? [];
  const words = new Set(scopes.flatMap((each) => each.match(/[\w-]+/g) ?? []));
  return !words.has(name) && listed.some((other) => words.has(other.name));
}

/** The input schema of one action: that of its variant, else the whole one, without the argument that chooses and those of other actions. */
function schemaOf(
  action: Listed,
  listed: readonly Listed[],
  tool: ToolDefinition,
): Pick<ToolDefinition, 'inputSchema'> {
  const variant = /^(\/inputSchema(?:\/(?:anyOf|oneOf|allOf)\/\d+)*)\/properties\//.exec(action.at)?.[1];
  const schema = valueAt(tool, variant ?? '/inputSchema');
  if (!isObject(schema) || !isObject(schema.properties)) return {};
  const own = Object.entries(schema.properties).filter(
    ([name, each]) => name !== action.argument && !isElsewhere(each as Json, action, listed),
  );
  return { inputSchema: { type: 'object', properties: Object.fromEntries(own) as JsonObject } };
}

/**
 * The tool as it would be if it did nothing but this: called after the action and what the tool is about, and described by the
 * words on this action alone. Null where neither the value nor any words say what it does.
 */
export function narrowed(
  action: Listed,
  listed: readonly Listed[],
  reading: Reading,
  wording: Quote | undefined,
): ToolDefinition | null {
  const isVerb = actOf(action.name) !== undefined;
  if (wording === undefined && !isVerb) return null;
  const words = valueWords(action.name);
  const object = words.length > 1 ? '' : objectOf(reading);
  const claim = [...words, ...(object === '' ? [] : ['the', object])].join(' ');
  const said = wording?.quote.slice(action.name.length).replace(/^[^\p{L}\p{N}]+/u, '') ?? '';
  return {
    name: [...words, ...object.split(' ')].filter((word) => word !== '').join('_') || action.name,
    description: [isVerb ? claim : '', said].filter((text) => text !== '').join('. '),
    ...schemaOf(action, listed, reading.tool),
  };
}
