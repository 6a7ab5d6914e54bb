import type { Evidence, Outcome } from '../../../src/model/evidence.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { Action } from './actions.ts';
import { watched } from './glance.ts';
import { once } from './once.ts';
import { quoteActions, quoteMember, quotes } from './quoting.ts';
import type { Parameter, Reading } from './reading.ts';
import type { Act } from './verbs.ts';

/** What a signal found, and the bytes it rests on. Only `yes` carries evidence. */
export interface Finding {
  outcome: Outcome;
  evidence: Evidence[];
}

/** One question about a definition that is answered from its bytes alone. */
export interface Signal {
  id: SignalId;
  look(reading: Reading): Finding;
}

const negative: Finding = { outcome: 'no', evidence: [] };
const unclear: Finding = { outcome: 'unknown', evidence: [] };

/** Yes with evidence; without any, unknown for a tool that says nothing in words, else no. */
export function effectFinding({ isUndescribed }: Reading, evidence: Evidence[]): Finding {
  if (evidence.length > 0) return { outcome: 'yes', evidence };
  return isUndescribed ? unclear : negative;
}

/**
 * Yes with evidence. Without any: unknown where there is no text but the name, or where not all of it could be read,
 * else no.
 */
export function textFinding({ isSilent, isCut }: Reading, evidence: Evidence[]): Finding {
  if (evidence.length > 0) return { outcome: 'yes', evidence };
  return isCut || isSilent ? unclear : negative;
}

/** Yes with evidence, else no: for questions that always have an answer. */
export function plainFinding(evidence: Evidence[]): Finding {
  return evidence.length > 0 ? { outcome: 'yes', evidence } : negative;
}

const isSame = (a: Evidence, b: Evidence) => a.at === b.at && a.quote === b.quote;

/** The same question, which remembers its last answer: several signals ask others about one definition. */
export function remembering(signal: Signal): Signal {
  let last: { reading: Reading; finding: Finding } | undefined;
  return {
    id: signal.id,
    look(reading) {
      if (last?.reading !== reading) last = { reading, finding: signal.look(reading) };
      return last.finding;
    },
  };
}

const noPatterns: readonly RegExp[] = [];

interface EffectQuestion {
  /** Matched against title and description. Global. */
  phrase?: RegExp;
  /** Picks the verbs that prove it. */
  action?: (action: Action, reading: Reading) => boolean;
}

/** The verbs that prove it. There are none for nearly every question, so no list is made for them. */
function actingOf(reading: Reading, isProof: EffectQuestion['action']): readonly Action[] {
  let acting: readonly Action[] = noActions;
  if (isProof === undefined) return acting;
  for (const each of reading.certain) if (isProof(each, reading)) acting = [...acting, each];
  return acting;
}
const noActions: readonly Action[] = [];

/** A signal on what a call does, read from verbs where verbs must stand, and from phrases. */
export function effect(id: SignalId, { phrase, action }: EffectQuestion): Signal {
  if (phrase !== undefined) watched(phrase);
  return {
    id,
    look(reading) {
      const acting = actingOf(reading, action);
      const phrases = phrase === undefined ? noPatterns : reading.held(phrase);
      if (acting.length === 0 && phrases.length === 0) return reading.isUndescribed ? unclear : negative;
      const evidence = quotes(id, reading.prose, phrases);
      const all = [...quoteActions(id, reading.tool, acting), ...evidence];
      const distinct = all.filter((each, index) => all.findIndex((other) => isSame(each, other)) === index);
      return effectFinding(reading, distinct.slice(0, 2));
    },
  };
}

/** Whether name or description states an act that is none of the given ones. */
export function doesMoreThan({ named, told }: Reading, acts: readonly Act[]): boolean {
  return [named[0], told[0]].some((action) => action !== undefined && !acts.includes(action.act));
}

/** Whether a name's verb is none: the description says that the call only looks, as in `get_deploy`. */
export function isOnlyNamed({ source }: Action, { told: [told] }: Reading): boolean {
  return source === 'name' && told?.certain === true && (told.act === 'look' || told.act === 'fetch');
}

interface ParameterQuestion {
  /** Matched against the parameter's words joined by one space, such as "template id". */
  name: RegExp;
  /** Names that look alike and are something else. */
  except?: RegExp;
  /** The JSON types that fit; with a fitting type no description is needed, unless `text` is demanded. */
  types: readonly string[];
  /** What its description or title must say. Without it the type alone confirms. */
  text?: RegExp;
  /** Whether a list of allowed values rules it out. */
  isFree?: boolean;
  /** Last word on a candidate, with the whole definition in view. */
  also?: (parameter: Parameter, reading: Reading) => boolean;
}

/** Names that hold a position or a choice, never a payload or a secret. */
const exempt = /^(?:next|page|continuation) token$|^template (?:id|slug)$|^max tokens$/;

/** Every question on an argument. */
const questions: ParameterQuestion[] = [];

const findAsked = (spoken: string): readonly ParameterQuestion[] =>
  exempt.test(spoken)
    ? []
    : questions.filter(({ name, except }) => name.test(spoken) && except?.test(spoken) !== true);

/** The questions that an argument's name is one for. The same names come again in many tools. */
let askedOf = once(findAsked);

/** The arguments of one definition that a question is for by their names: of most there are none. */
type Candidates = ReadonlyMap<ParameterQuestion, readonly Parameter[]>;

let last: { reading: Reading; candidates: Candidates } | undefined;

/** The candidates of a definition, found once for all questions on it. */
function candidatesIn(reading: Reading): Candidates {
  if (last?.reading === reading) return last.candidates;
  const candidates = new Map<ParameterQuestion, Parameter[]>();
  for (const parameter of reading.parameters)
    for (const question of askedOf(parameter.spoken)) {
      const known = candidates.get(question);
      if (known === undefined) candidates.set(question, [parameter]);
      else known.push(parameter);
    }
  last = { reading, candidates };
  return candidates;
}

function isFitting(parameter: Parameter, question: ParameterQuestion, reading: Reading): boolean {
  if (question.isFree === true && parameter.choices.length > 0) return false;
  return question.also?.(parameter, reading) !== false;
}

function confirm(parameter: Parameter, question: ParameterQuestion, reading: Reading): Outcome {
  if (!isFitting(parameter, question, reading)) return 'no';
  const { types, passages } = parameter;
  if (types.size > 0 && !question.types.some((type) => types.has(type))) return 'no';
  const words = passages.map(({ text }) => text).join('\n');
  if (question.text !== undefined) {
    if (question.text.test(words)) return 'yes';
    return words === '' ? 'unknown' : 'no';
  }
  return types.size > 0 || words !== '' ? 'yes' : 'unknown';
}

/** A signal on an argument: the name alone is never enough, its type or description must confirm it. */
export function parameter(id: SignalId, question: ParameterQuestion): Signal {
  questions.push(question);
  askedOf = once(findAsked);
  last = undefined;
  return remembering({
    id,
    look(reading) {
      const candidates = candidatesIn(reading).get(question);
      if (candidates === undefined) return negative;
      let outcome: Outcome = 'no';
      const evidence: Evidence[] = [];
      for (const each of candidates) {
        const answer = confirm(each, question, reading);
        if (answer === 'yes' && evidence.length < 2) evidence.push(quoteMember(id, reading.tool, each.at));
        else if (answer === 'unknown') outcome = 'unknown';
      }
      return evidence.length > 0 ? { outcome: 'yes', evidence } : { outcome, evidence };
    },
  });
}
