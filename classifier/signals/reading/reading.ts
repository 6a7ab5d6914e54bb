import { isObject, pointer } from '../../../src/model/json.ts';
import { limits } from '../../../src/model/limits.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { type Action, nameActions, proseActions } from './actions.ts';
import { type Disguise, disguisesIn } from './disguise.ts';
import { hiddenIn } from './hidden.ts';
import { nameWords } from './names.ts';

/** One string of a definition and where it stands. */
export interface Passage {
  at: string;
  text: string;
}

/** One argument, at any depth of the input schema. */
export interface Parameter {
  name: string;
  /** The name's words in lower case: `fullRefresh` is full, refresh. */
  words: readonly string[];
  /** The same joined by one space. */
  spoken: string;
  /** JSON Pointer of its schema. */
  at: string;
  /** The JSON types its schema names, also inside anyOf, oneOf and allOf. Empty when it names none. */
  types: ReadonlySet<string>;
  /** The author's words about it: title and description. */
  passages: readonly Passage[];
  /** The strings its enum or const allows. Empty when any value is allowed. */
  choices: readonly string[];
}

/** A string with hidden characters, and the first of them. */
export interface HiddenPassage {
  at: string;
  first: string;
}

/** A definition taken apart once, for every signal and rule to look at. */
export interface Reading {
  tool: ToolDefinition;
  /** The tool name's words in lower case. */
  words: readonly string[];
  /** Title and description. */
  prose: readonly Passage[];
  /** Every string there is but the name: prose, nested texts of both schemas, choices, defaults, hints. */
  passages: readonly Passage[];
  /** The same in one string, to see at one glance whether a pattern can be in any. */
  text: string;
  /** Whether some of it was not read: it lies too deep, or the description itself breaks off. */
  isCut: boolean;
  /** What says something else than it shows. */
  disguises: readonly Disguise[];
  parameters: readonly Parameter[];
  /** The strings, and the name, that hold characters a reader cannot see. */
  hidden: readonly HiddenPassage[];
  /** What the name says the tool does, and what its description says; the deciding verb first. */
  named: readonly Action[];
  told: readonly Action[];
}

/** The members of an object by name: the order in which they were written tells nothing. */
const byName = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

/** The words a JSON Schema has for types. They are grammar and no text. */
const grammar = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** Every string under a value with its pointer, breadth first, no deeper than `limits.definitionDepth`. */
function stringsUnder(root: unknown): { found: Passage[]; isCut: boolean } {
  const found: Passage[] = [];
  let level: [string, unknown][] = [['', root]];
  for (let depth = 0; depth <= limits.definitionDepth && level.length > 0; depth += 1) {
    const next: [string, unknown][] = [];
    for (const [at, value] of level) {
      if (typeof value === 'string') {
        if (!grammar.has(value)) found.push({ at, text: value });
      } else if (typeof value === 'object' && value !== null)
        for (const [key, member] of byName(value)) next.push([at + pointer(key), member]);
    }
    level = next;
  }
  return { found, isCut: level.length > 0 };
}

const combinators = ['anyOf', 'oneOf', 'allOf'] as const;

/** The schemas a parameter is made of: itself and its direct alternatives. References are not followed. */
function alternatives(schema: Record<string, unknown>): Record<string, unknown>[] {
  const inner = combinators.flatMap((key) => (Array.isArray(schema[key]) ? (schema[key] as unknown[]) : []));
  return [schema, ...inner.filter(isObject)];
}

function parameter(name: string, at: string, schema: Record<string, unknown>): Parameter {
  const all = alternatives(schema);
  const values = all.flatMap(({ enum: many, const: one }): unknown[] => [
    ...(Array.isArray(many) ? (many as unknown[]) : []),
    one,
  ]);
  const words = nameWords(name);
  return {
    name,
    words,
    spoken: words.join(' '),
    at,
    types: new Set(all.flatMap(({ type }) => type).filter((type) => typeof type === 'string')),
    passages: ['title', 'description'].flatMap((key) =>
      typeof schema[key] === 'string' ? [{ at: `${at}/${key}`, text: schema[key] }] : [],
    ),
    choices: values.filter((value) => typeof value === 'string'),
  };
}

/** The arguments of a schema at any depth. Definitions under $defs count once, so a reference to itself ends. */
function parametersOf(root: unknown, start: string): Parameter[] {
  const found: Parameter[] = [];
  let level: [string, unknown][] = [[start, root]];
  for (let depth = 0; depth <= limits.definitionDepth && level.length > 0; depth += 1) {
    const next: [string, unknown][] = [];
    for (const [at, value] of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const [key, member] of byName(value)) {
        const isNamed = at.endsWith('/properties') && isObject(member);
        if (isNamed) found.push(parameter(key, at + pointer(key), member));
        next.push([at + pointer(key), member]);
      }
    }
    level = next;
  }
  return found;
}

function hiddenPassages(passages: readonly Passage[]): HiddenPassage[] {
  return passages.flatMap(({ at, text }) => {
    const [first] = hiddenIn(text);
    return first === undefined ? [] : [{ at, first }];
  });
}

/** Names of arguments that are sentences: they are text like any other. */
function spokenNames(parameters: readonly Parameter[]): Passage[] {
  return parameters.filter(({ name }) => /[\s<>]/.test(name)).map(({ name, at }) => ({ at, text: name }));
}

/** Between two passages in one string: no pattern reaches across. */
const between = '\n.\n';

/** A description that its source has cut. */
const breaksOff = /(?:\.\.\.|…)\s*(?:\[truncated\]|\(truncated\))?\s*$|\[truncated\]\s*$/i;

function takeApart(tool: ToolDefinition): Reading {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  const prose = Object.entries({ title, description }).flatMap(([key, text]) =>
    text === undefined ? [] : [{ at: `/${key}`, text }],
  );
  const words = nameWords(name);
  const told = proseActions({ at: '/description', text: description ?? '' });
  const { found, isCut } = stringsUnder({ inputSchema, outputSchema, annotations });
  const parameters = parametersOf(inputSchema, '/inputSchema');
  const passages = [...prose, ...found, ...spokenNames(parameters)];
  const all = [{ at: '/name', text: name }, ...passages];
  const text = passages.map((passage) => passage.text).join(between);
  return {
    tool,
    words,
    prose,
    passages,
    text,
    isCut: isCut || breaksOff.test(description?.slice(-40) ?? ''),
    hidden: hiddenPassages(all),
    disguises: disguisesIn(all, `${name}${between}${text}`),
    parameters,
    named: nameActions(words, name, told[0]),
    told,
  };
}

const readings = new WeakMap<ToolDefinition, Reading>();

/**
 * Takes a definition apart, once for judge, floor and actions. Linear in its size; hostile schemas cost no more than
 * their bytes. A definition must not be changed after it was read.
 */
export function read(tool: ToolDefinition): Reading {
  const reading = readings.get(tool) ?? takeApart(tool);
  readings.set(tool, reading);
  return reading;
}
