import { isUndescribed, type ToolDefinition } from '../../../src/model/tool.ts';
import { type Action, nameActions, proseActions } from './actions.ts';
import { type Disguise, disguisesIn } from './disguise.ts';
import { glance, type Glance } from './glance.ts';
import { hiddenIn } from './hidden.ts';
import { nameWords } from './names.ts';
import { type Switch, switchesOf } from './switches.ts';
import { walk } from './walk.ts';

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

/** A definition taken apart once, for every signal and rule to look at, with a glance at the name and every passage. */
export interface Reading extends Glance {
  tool: ToolDefinition;
  /** The tool name's words in lower case. */
  words: readonly string[];
  /** The same joined by one space. */
  spoken: string;
  /** Title and description. */
  prose: readonly Passage[];
  /** Every string there is but the name: prose, nested texts of both schemas, choices, defaults, hints. */
  passages: readonly Passage[];
  /** Whether none of these says anything. */
  isSilent: boolean;
  /** Whether the server says nothing about the tool in words. */
  isUndescribed: boolean;
  /** Whether some of it was not read: it lies too deep, or the description itself breaks off. */
  isCut: boolean;
  /** What says something else than it shows. */
  disguises: readonly Disguise[];
  parameters: readonly Parameter[];
  /** The arguments that choose between actions. */
  switches: readonly Switch[];
  /** The strings, and the name, that hold characters a reader cannot see. */
  hidden: readonly HiddenPassage[];
  /** What the name says the tool does, and what its description says; the deciding verb first. */
  named: readonly Action[];
  told: readonly Action[];
  /** Those of both that stand where a verb must stand. */
  certain: readonly Action[];
}

function hiddenPassages(passages: readonly Passage[]): HiddenPassage[] {
  const found: HiddenPassage[] = [];
  for (const { at, text } of passages) {
    const [first] = hiddenIn(text);
    if (first !== undefined) found.push({ at, first });
  }
  return found;
}

/** Names of arguments that are sentences: they are text like any other. */
function spokenNames(parameters: readonly Parameter[]): Passage[] {
  return parameters.filter(({ name }) => /[\s<>]/.test(name)).map(({ name, at }) => ({ at, text: name }));
}

/** A description that its source has cut. */
const breaksOff = /(?:\.\.\.|…)\s*(?:\[truncated\]|\(truncated\))?\s*$|\[truncated\]\s*$/i;

function takeApart(tool: ToolDefinition): Reading {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  const prose = Object.entries({ title, description }).flatMap(([key, text]) =>
    text === undefined ? [] : [{ at: `/${key}`, text }],
  );
  const words = nameWords(name);
  const told = proseActions(description ?? '');
  const { strings, parameters, isCut } = walk({ inputSchema, outputSchema, annotations });
  const passages = [...prose, ...strings, ...spokenNames(parameters)];
  const all = [{ at: '/name', text: name }, ...passages];
  const named = nameActions(words, name, told[0]);
  const glanced = glance(all.map(({ text }) => text));
  return {
    tool,
    words,
    spoken: words.join(' '),
    prose,
    passages,
    isSilent: passages.every(({ text }) => text.trim() === ''),
    held: glanced.held,
    isUndescribed: isUndescribed(tool),
    isCut: isCut || breaksOff.test(description?.slice(-40) ?? ''),
    hidden: hiddenPassages(all),
    disguises: disguisesIn(all, glanced),
    parameters,
    switches: switchesOf(parameters),
    named,
    told,
    certain: [...named, ...told].filter(({ certain }) => certain),
  };
}

const readings = new WeakMap<ToolDefinition, Reading>();

/**
 * Takes a definition apart, once for judge, floor and actions. Linear in its size; hostile schemas cost no more than
 * their bytes. A definition must not be changed after it was read.
 */
export function read(tool: ToolDefinition): Reading {
  const known = readings.get(tool);
  if (known !== undefined) return known;
  const reading = takeApart(tool);
  readings.set(tool, reading);
  return reading;
}
