import { verbForms } from '../signals/reading/lexicon.ts';
import type { Parameter, Reading } from '../signals/reading/reading.ts';
import type { Act } from '../signals/reading/verbs.ts';
import { valueWords } from './value-words.ts';

/** What an argument is called that is named after what it chooses. */
const plainly =
  /^(?:action|actions|operation|op|command|cmd|subcommand|sub command|verb|action type|operation type)$/;
/** What one is called that chooses an action or a manner: only its values tell. */
const perhaps = /^(?:mode|method|type|task|function)$/;
/** Among these, those that choose so many other things that every value must be an action. */
const loosely = /^(?:type|task)$/;

export const plainlyChooses = ({ spoken }: Parameter): boolean => plainly.test(spoken);
export const mayChoose = ({ spoken }: Parameter): boolean => perhaps.test(spoken);

/** Words on an argument that is told what somebody did or means to do, or after which records are filtered. */
const elsewhere =
  /\b(?:performed|taken|was done|happened|about to|intend(?:s|ed)?|planned|being (?:requested|performed|checked))\b|\bfilter(?:s|ed)?\b/i;

/** Names of tools that are told such things. Where the schema lists actions, words on an argument alone take none of them away. */
const told = /\b(?:advi[sc]e|audits?|guard|logs?|history|events|activity)\b/;

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
  const words = valueWords(value);
  const [first, last] = [words[0], words.at(-1)].map((word) => verbForms.get(word ?? ''));
  if (first?.form === 'base') return first.act;
  return last?.form === 'base' && !last.nounish ? last.act : undefined;
}

function isHttp(values: readonly string[]): boolean {
  const methods = values.map((value) => value.replace(/^request\./i, ''));
  return methods.every((value) => http.test(value)) && methods.some((value) => httpOnly.test(value));
}

/** What SQL calls the rights to a table, as an argument of a policy on it. */
const right = /^(?:all|select|insert|update|delete|truncate|references|trigger|usage|execute)$/i;

const areRights = (values: readonly string[]): boolean =>
  values.every((value) => right.test(value)) && values.some((value) => /^select$/i.test(value));

/** Nouns that are verbs where they stand beside other verbs. */
const plainVerbs = new Set('list update set search start stop run copy move clear drop push pull'.split(' '));

/** Whether a value can hardly be anything but an action: a clear verb, or a verb with an object. */
function isClear(value: string): boolean {
  const [first = '', ...others] = valueWords(value);
  const verb = verbForms.get(first);
  return verb?.form === 'base' && (others.length > 0 || !verb.nounish || plainVerbs.has(verb.lemma));
}

/** Steps of the one thing that a tool does, where its name says what that is: a rebase is started and continued. */
const steps = /^(?:start|begin|continue|skip|abort|cancel|quit|resume|finish|complete)$/i;

/** Whether an argument chooses something else than what a call does, whatever its values are called. */
function isOther({ passages, choices }: Parameter, values: readonly string[], tool: string): boolean {
  if (isHttp(values) || areRights(values)) return true;
  return (choices.length === 0 || told.test(tool)) && passages.some(({ text }) => elsewhere.test(text));
}

/** Whether values of an argument are things to do, and not formats, filters, manners, rights or steps. */
export function areActions(
  argument: Parameter,
  values: readonly string[],
  { spoken, named: [named] }: Pick<Reading, 'spoken' | 'named'>,
): boolean {
  if (values.length < 2 || isOther(argument, values, spoken)) return false;
  if (named !== undefined && values.every((value) => steps.test(value))) return false;
  const isLooking = named?.certain === true && passive.has(named.act);
  const acts = values.map(actOf).filter((act) => act !== undefined);
  if (acts.length < 2 || (isLooking && !acts.some((act) => grave.has(act)))) return false;
  if (plainlyChooses(argument)) return acts.length * 3 >= values.length;
  const share = loosely.test(argument.spoken) ? 1 : 2;
  const isVerbal = acts.length * share >= values.length && values.filter(isClear).length >= 2;
  return isVerbal && acts.some((act) => !passive.has(act));
}
