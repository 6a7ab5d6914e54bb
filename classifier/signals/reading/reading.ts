import { isUndescribed, type ToolDefinition } from '../../../src/model/tool.ts';
import { type Action, nameActions, proseActions } from './actions.ts';
import { type Disguise, disguisesIn } from './disguise.ts';
import { glance, type Watched } from './glance.ts';
import { hiddenIn, mayHide } from './hidden.ts';
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

/** A definition taken apart once, for every signal and rule to look at. */
export interface Reading {
  tool: ToolDefinition;
  /** The tool name's words in lower case. */
  words: readonly string[];
  /** The same joined by one space. */
  spoken: string;
  /** Title and description. */
  prose: readonly Passage[];
  /** Every string there is but the name: prose, nested texts of both schemas, choices, defaults, hints. */
  passages: readonly Passage[];
  /** The same in one string, to see at one glance whether a pattern can be in any. */
  text: string;
  /** The alternatives of what is watched that may match in the name or any passage. The others do not. */
  held: (watched: Watched) => readonly RegExp[];
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
  const told = proseActions(description ?? '');
  const { strings, parameters, isCut } = walk({ inputSchema, outputSchema, annotations });
  const passages = [...prose, ...strings, ...spokenNames(parameters)];
  const all = [{ at: '/name', text: name }, ...passages];
  const named = nameActions(words, name, told[0]);
  const text = passages.map((passage) => passage.text).join(between);
  const whole = `${name}${between}${text}`;
  const held = glance(whole);
  return {
    tool,
    words,
    spoken: words.join(' '),
    prose,
    passages,
    text,
    held,
    isUndescribed: isUndescribed(tool),
    isCut: isCut || breaksOff.test(description?.slice(-40) ?? ''),
    hidden: mayHide(whole) ? hiddenPassages(all) : [],
    disguises: disguisesIn(all, whole, held),
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
