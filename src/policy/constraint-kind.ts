import { isObject } from '../model/json.ts';
import { wordsOf } from '../model/name-words.ts';
import { ArgumentType, type Constraint } from '../model/policy.ts';
import { asList } from '../model/schema.ts';
import type { SignalId } from '../model/signals.ts';
import { allArguments, type Argument, argumentAt } from './arguments.ts';
import type { RatedTool } from './recommend.ts';
import { constraintWords } from './constraint-words.ts';

/** What a kind of condition is derived from. */
export interface ToolReading extends Pick<RatedTool['classification'], 'category' | 'risk'> {
  all: () => readonly Argument[];
  /**
   * The arguments that a signal was proved on. A signal quotes two places at most, so where it quotes two, arguments of
   * the same type beside them count as well when `kin` fits their name (lower case, words parted by single spaces).
   */
  proved: (signal: SignalId, kin: RegExp) => Argument[];
}

/** One way to bound an argument: one file under constraints/, one line in constraints.ts, its cases. */
export interface ConstraintKind {
  id: string;
  derive: (reading: ToolReading) => Constraint[];
}

const parentOf = ({ path }: Argument): string => JSON.stringify(path.slice(0, -1));
const keyOf = ({ path }: Argument): string => JSON.stringify(path);

function isKin(candidate: Argument, proved: readonly Argument[], kin: RegExp): boolean {
  return (
    kin.test(wordsOf(candidate.path.at(-1) ?? '').join(' ')) &&
    proved.some(
      (each) =>
        parentOf(each) === parentOf(candidate) && [...each.types].some((type) => candidate.types.has(type)),
    )
  );
}

/** Reads a tool for the kinds of conditions. */
export function readTool({ definition, classification }: RatedTool): ToolReading {
  let walked: Argument[] | undefined;
  const all = (): Argument[] => (walked ??= allArguments(definition.inputSchema));
  const { category, risk, signals } = classification;
  return {
    category,
    risk,
    all,
    proved(signal, kin) {
      const evidence = signals.filter(({ id }) => id === signal);
      if (evidence.length === 0) return [];
      const proved = evidence.flatMap(({ at }) => argumentAt(definition.inputSchema, at) ?? []);
      const beside = evidence.length < 2 ? [] : all().filter((each) => isKin(each, proved, kin));
      return [...new Map([...proved, ...beside].map((each) => [keyOf(each), each])).values()];
    },
  };
}

/** The texts that a schema lists as the only ones; empty when it lists none or other values, too. */
export function choicesOf({ schema }: Argument): string[] {
  const listed: unknown = schema.enum;
  if (!Array.isArray(listed)) return [];
  const texts = listed.filter((value) => typeof value === 'string');
  return texts.length === listed.length ? texts : [];
}

const isList = ({ types }: Argument): boolean => types.has('array') && !types.has('string');

/** Whether the argument is a text, or a list of texts, as far as the schema says. */
export function holdsText(argument: Argument): boolean {
  const { types, schema } = argument;
  if (!isList(argument)) return types.size === 0 || types.has('string');
  const items = isObject(schema.items) ? schema.items : {};
  return items.type === undefined ? !('properties' in items || '$ref' in items) : items.type === 'string';
}

/** What the schema says the argument is, or the entries of its list are; null when that is unclear. */
function typeOf(argument: Argument): Constraint['type'] {
  if (choicesOf(argument).length > 0) return 'enum';
  const types = [...argument.types].filter((type) => type !== 'null');
  const only = ArgumentType.safeParse(types.length === 1 ? types[0] : undefined);
  return only.success ? only.data : null;
}

function entryOf({ path, schema }: Argument, place: string): Argument {
  const items = isObject(schema.items) ? schema.items : {};
  const types = new Set(asList([items.type].flat()).filter((type) => typeof type === 'string'));
  return { path: [...path, place], schema: items, types, isRequired: false };
}

/** What a condition says, apart from which argument it is on. */
export type Bound = Pick<Constraint, 'op' | 'value' | 'why' | 'fill'>;

/** A condition on an argument. */
export function on(argument: Argument, bound: Bound, mustBeGiven = argument.isRequired): Constraint {
  return { argument: [...argument.path], type: typeOf(argument), mustBeGiven, ...bound };
}

/** At most one entry in a list. */
export function singleEntry(list: Argument, fill: string | null): Constraint {
  const { why } = constraintWords.single;
  return on(entryOf(list, '1'), { op: 'exists', value: false, why, fill });
}

/** A condition on the one value of an argument: the value itself, or the only entry of a list. */
export function onValue(argument: Argument, bound: Bound): Constraint[] {
  if (!isList(argument)) return [on(argument, bound)];
  return [
    on(entryOf(argument, '0'), bound),
    singleEntry(argument, bound.fill === null ? null : constraintWords.single.fill),
  ];
}
