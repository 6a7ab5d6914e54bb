import type { Action } from '../signals/reading/actions.ts';
import { isObject, pointer, tokensOf, valueAt } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import { verbForms } from '../signals/reading/lexicon.ts';
import { nameWords } from '../signals/reading/names.ts';
import type { Reading } from '../signals/reading/reading.ts';
import type { Act } from '../signals/reading/verbs.ts';

/** One value of an argument that chooses what a call does. */
export interface Listed {
  /** The argument's name. */
  argument: string;
  /** The value. */
  name: string;
  /** JSON Pointer of the value. */
  at: string;
  /** JSON Pointer of the argument's schema. */
  switchAt: string;
}

/** Arguments that are called after what they choose. */
const plainly =
  /^(?:action|actions|operation|op|command|cmd|subcommand|sub command|verb|action type|operation type)$/;
/** Arguments that choose an action or a manner: only their values tell. */
const perhaps = /^(?:mode|method|type|task|function)$/;
/** Among these, those that choose so many other things that every value must be an action. */
const loosely = /^(?:type|task)$/;

const passive: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose']);
/** Acts that a tool which only looks would not offer as a manner of looking. */
const grave: ReadonlySet<Act> = new Set([
  'delete',
  'remove',
  'revert',
  'send',
  'publish',
  'grant',
  'pay',
  'transfer',
  'sign',
  'run',
  'start',
] as const);
/** Methods of HTTP say how a request is sent. What it does depends on its address. */
const http =
  /^(?:get|head|post|put|patch|delete|options|trace|connect|copy|link|unlink|purge|lock|unlock|propfind|view)$/i;
const httpOnly = /^(?:head|post|patch|options)$/i;

/** The act that a value names: its first word is a verb, or its last is one and nothing else. */
export function actOf(value: string): Act | undefined {
  const words = nameWords(value);
  const [first, last] = [words[0], words.at(-1)].map((word) => verbForms.get(word ?? ''));
  if (first?.form === 'base') return first.act;
  return last?.form === 'base' && !last.nounish ? last.act : undefined;
}

function isHttp(values: readonly string[]): boolean {
  return values.every((value) => http.test(value)) && values.some((value) => httpOnly.test(value));
}

/** Nouns that are verbs where they stand beside other verbs. */
const plainVerbs = new Set('list update set search start stop run copy move clear drop push pull'.split(' '));

/** Whether a value can hardly be anything but an action: a clear verb, or a verb with an object. */
function isClear(value: string): boolean {
  const [first = '', ...others] = nameWords(value);
  const verb = verbForms.get(first);
  return verb?.form === 'base' && (others.length > 0 || !verb.nounish || plainVerbs.has(verb.lemma));
}

/** Steps of the one thing that a tool does, where its name says what that is: a rebase is started and continued. */
const steps = /^(?:start|begin|continue|skip|abort|cancel|quit|resume|finish|complete)$/i;

/** Whether values of an argument of this name are things to do, and not formats, filters, manners or steps. */
function areActions(name: string, values: readonly string[], named: Action | undefined): boolean {
  if (values.length < 2 || isHttp(values)) return false;
  if (named !== undefined && values.every((value) => steps.test(value))) return false;
  const isLooking = named?.certain === true && passive.has(named.act);
  const acts = values.map(actOf).filter((act) => act !== undefined);
  if (acts.length < 2 || (isLooking && !acts.some((act) => grave.has(act)))) return false;
  if (plainly.test(name)) return acts.length * 3 >= values.length;
  const share = loosely.test(name) ? 1 : 2;
  const isVerbal = acts.length * share >= values.length && values.filter(isClear).length >= 2;
  return isVerbal && acts.some((act) => !passive.has(act));
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

/**
 * The actions between which the arguments of a tool choose, in the order of its schema. The same value is listed
 * once. Empty for a tool that does one thing.
 */
export function listedActions(reading: Reading): Listed[] {
  const candidates = reading.parameters.filter(({ spoken: name, choices, at }) => {
    if (choices.length === 0) return false;
    const depth = tokensOf(places(at)).filter((token) => token === 'properties').length;
    return (plainly.test(name) && depth <= 2) || (perhaps.test(name) && depth === 1);
  });
  if (candidates.length === 0) return [];
  return [...Map.groupBy(candidates, ({ at }) => places(at)).values()].flatMap((same) => {
    const all = same.flatMap(({ name, at }) =>
      valuesOf(valueAt(reading.tool, at), at).map((value) => ({ ...value, argument: name, switchAt: at })),
    );
    const distinct = [...new Map(all.toReversed().map((value) => [value.name, value])).values()].toReversed();
    const values = distinct.map(({ name }) => name);
    return areActions(same[0]?.spoken ?? '', values, reading.named[0]) ? distinct : [];
  });
}
