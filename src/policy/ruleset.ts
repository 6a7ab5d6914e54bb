import { z } from 'zod';
import { isObject, type Json, pointer } from '../model/json.ts';
import { type Constraint, type Limit, Policy, type ToolRule } from '../model/policy.ts';
import { type Condition, PolicyJson } from '../model/policy-json.ts';
import { type Comparison, comparisonOf } from './compare.ts';
import type { PlacedLimit } from './counters.ts';
import { denials } from './words.ts';

/** A rule that can refuse a call, and where it stands in its document. */
export interface Refusal {
  at: string;
  reason: string;
  comparisons: readonly Comparison[];
  /** `unless`: refused where the comparisons do not hold. `if`: refused where they all do, as nothing at all does. */
  refuses: 'unless' | 'if';
  /** Whether a call that leaves the argument out is none of its business. */
  whenGiven: boolean;
}

/** What is said of one tool. */
export interface ToolRuleset {
  at: string;
  refusals: readonly Refusal[];
  limits: readonly PlacedLimit[];
  /** Whether a person has to agree to what is not refused. */
  asks: boolean;
  /** Hash of the definition that the rules were made for; null when the document holds none. */
  definition: string | null;
}

/** A policy ready to be applied to calls: policy.json and our own Policy become the same. */
export interface Ruleset {
  default: 'allow' | 'deny';
  /** Hidden tools, and where each is said to be. */
  hidden: ReadonlyMap<string, string>;
  /** Where all tools are said to be hidden; null when they are not. */
  hidesAll: string | null;
  tools: ReadonlyMap<string, ToolRuleset>;
  /** Hold for all calls together. */
  limits: readonly PlacedLimit[];
}

function compiled(at: string, argument: readonly string[], op: Constraint['op'], value: Json): Comparison {
  try {
    return comparisonOf(argument, op, value);
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unreadable';
    throw new RangeError(`${at}: this is no regular expression that RE2 knows (${cause}).`);
  }
}

const placed = (limits: readonly Limit[], at: string): PlacedLimit[] =>
  limits.map((limit, index) => ({ ...limit, at: `${at}/limits/${index}` }));

function comparisonFrom({ path, op, value }: Condition, at: string): Comparison {
  return compiled(at, path.split('.').slice(1), op, value);
}

type Entry = NonNullable<PolicyJson['tools']>[string];

function entryRules(name: string, { require = [], deny_if: denyIf = [], limits = [] }: Entry): ToolRuleset {
  const at = pointer('tools', name);
  const required = require.map((condition, index): Refusal => {
    const here = `${at}/require/${index}`;
    const reason = `A call needs ${condition.path} ${condition.op} ${JSON.stringify(condition.value)}.`;
    const comparisons = [comparisonFrom(condition, here)];
    return { at: here, reason, comparisons, refuses: 'unless', whenGiven: false };
  });
  const denied = denyIf.map(({ conditions, on_deny: reason }, index): Refusal => {
    const here = `${at}/deny_if/${index}`;
    const comparisons = conditions.map((condition) => comparisonFrom(condition, here));
    return { at: here, reason, comparisons, refuses: 'if', whenGiven: false };
  });
  return {
    at,
    refusals: [...required, ...denied],
    limits: placed(limits, at),
    asks: false,
    definition: null,
  };
}

function fromPolicyJson({ default: otherwise, hide = [], tools = {}, all_tools: all }: PolicyJson): Ruleset {
  return {
    default: otherwise,
    hidden: new Map(hide.map((name, index) => [name, `/hide/${index}`])),
    hidesAll: hide.includes('*') ? `/hide/${hide.indexOf('*')}` : null,
    tools: new Map(Object.entries(tools).map(([name, entry]) => [name, entryRules(name, entry)])),
    limits: placed(all?.limits ?? [], '/all_tools'),
  };
}

function constraintRule(constraint: Constraint, at: string): Refusal {
  const { argument, op, value, mustBeGiven, why } = constraint;
  const comparisons = [compiled(at, argument, op, value)];
  return { at, reason: why, comparisons, refuses: 'unless', whenGiven: !mustBeGiven && op !== 'exists' };
}

function toolRules(name: string, { decision, limits, constraints, definition }: ToolRule): ToolRuleset {
  const at = pointer('tools', name);
  const closed: Refusal = {
    at: `${at}/decision`,
    reason: denials.deny,
    comparisons: [],
    refuses: 'if',
    whenGiven: false,
  };
  const conditions = constraints.map((each, index) => constraintRule(each, `${at}/constraints/${index}`));
  return {
    at,
    refusals: decision === 'deny' ? [closed, ...conditions] : conditions,
    limits: placed(limits, at),
    asks: decision === 'ask',
    definition,
  };
}

function fromPolicy({ tools }: Policy): Ruleset {
  const rules = Object.entries(tools);
  const hidden = rules.filter(([, { decision }]) => decision === 'hide');
  return {
    default: 'deny',
    hidden: new Map(hidden.map(([name]) => [name, pointer('tools', name, 'decision')])),
    hidesAll: null,
    tools: new Map(rules.map(([name, rule]) => [name, toolRules(name, rule)])),
    limits: [],
  };
}

function parsed<T>(shape: z.ZodType<T>, document: unknown, name: string): T {
  const result = shape.safeParse(document);
  if (result.success) return result.data;
  throw new RangeError(`This is no valid ${name}:\n${z.prettifyError(result.error)}`);
}

/**
 * The rules of a document: policy.json, or a Policy of ours, told apart by their first fields.
 * @throws RangeError with sentences for people when it is neither, or holds what nobody could apply.
 */
export function readRuleset(document: unknown): Ruleset {
  if (!isObject(document)) throw new RangeError('A policy is a JSON object.');
  if (!('version' in document)) return fromPolicy(parsed(Policy, document, 'policy'));
  if (isObject(document.tools) && Object.hasOwn(document.tools, '__proto__'))
    throw new RangeError('policy.json cannot name a tool "__proto__": many programs lose such an entry.');
  return fromPolicyJson(parsed(PolicyJson, document, 'policy.json'));
}
