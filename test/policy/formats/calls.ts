import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { Preset, type Constraint, type Operator, type Policy } from '../../../src/model/policy.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { fit } from '../../../src/policy/fit.ts';
import type { ExportFile, Format } from '../../../src/policy/format.ts';
import { catalogueSamplePolicies, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias } from './holds-policies.ts';

/** What a program does with one call, as its files say. */
export type Decide = (tool: string, call: JsonObject) => 'allow' | 'deny';

/** The same for a program that knows the types of arguments. */
export type DecideCall = (
  tool: string,
  call: JsonObject,
  /** The conditions of the tool, from which a program with a typed schema gets its types. */
  constraints: readonly Constraint[],
) => 'allow' | 'deny';

/** Arguments with one value at a place; places in lists come with everything before them. */
export function callWith(argument: readonly string[], value: Json, rest: JsonObject = {}): JsonObject {
  const [name = '', ...deeper] = argument;
  if (deeper.length === 0) return { ...rest, [name]: value };
  const [place = ''] = deeper;
  const inside = rest[name];
  if (/^\d+$/.test(place)) return { ...rest, [name]: Array.from({ length: Number(place) + 1 }, () => value) };
  const record = typeof inside === 'object' && !Array.isArray(inside) && inside !== null ? inside : {};
  return { ...rest, [name]: callWith(deeper, value, record) };
}

/** Another value of the same type. */
function other(value: Json): Json {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 'something else';
}

const first = (value: Json): Json => (Array.isArray(value) ? (value[0] ?? null) : value);
const number = (value: Json): number => (typeof value === 'number' ? value : 0);

/** A value that meets a condition, and one that does not; undefined where only leaving it out does. */
const examples: Readonly<Record<Operator, (value: Json) => { good?: Json; bad?: Json }>> = {
  eq: (value) => ({ good: value, bad: other(value) }),
  neq: (value) => ({ good: other(value), bad: value }),
  lt: (value) => ({ good: number(value) - 1, bad: number(value) }),
  lte: (value) => ({ good: value, bad: number(value) + 1 }),
  gt: (value) => ({ good: number(value) + 1, bad: number(value) }),
  gte: (value) => ({ good: value, bad: number(value) - 1 }),
  in: (value) => ({ good: first(value), bad: 'something else' }),
  not_in: (value) => ({ good: 'something else', bad: first(value) }),
  exists: (value) => (value === true ? { good: 'x' } : { bad: 'x' }),
  regex: () => ({ bad: 'something else' }),
  contains: (value) => ({ good: [value], bad: ['something else'] }),
};

/** Arguments that meet all conditions. Of a pattern we only know that a call may leave the argument out. */
export function honestCall(constraints: readonly Constraint[]): JsonObject {
  return constraints.reduce<JsonObject>((call, { argument, op, value }) => {
    const { good } = examples[op](value);
    return good === undefined ? call : callWith(argument, good, call);
  }, {});
}

/** Arguments that meet all conditions but this one. */
export function badCall(constraints: readonly Constraint[], broken: Constraint): JsonObject {
  const { bad } = examples[broken.op](broken.value);
  const others = honestCall(constraints.filter((each) => each !== broken));
  return bad === undefined ? others : callWith(broken.argument, bad, others);
}

const each: readonly Partial<Constraint>[] = [
  { op: 'eq', value: 'dev' },
  { op: 'eq', value: 'dev', type: 'enum' },
  { op: 'not_in', value: ['prod'], type: 'enum' },
  { op: 'lte', value: 5, argument: ['depth'], type: 'integer' },
  { op: 'eq', value: false, argument: ['force'], type: 'boolean' },
  { op: 'eq', value: 5, argument: ['depth'], type: 'integer' },
  { op: 'neq', value: 'prod' },
  { op: 'neq', value: true, argument: ['force'], type: 'boolean' },
  { op: 'lt', value: 10, argument: ['amount'], type: 'number' },
  { op: 'lte', value: 9.5, argument: ['amount'], type: 'number' },
  { op: 'gt', value: 0, argument: ['amount'], type: 'number' },
  { op: 'gte', value: -1.25, argument: ['amount'], type: 'number' },
  { op: 'in', value: ['dev', 'staging'] },
  { op: 'in', value: ['dev', 5, true], type: null },
  { op: 'not_in', value: ['prod', 'live'] },
  { op: 'exists', value: true, argument: ['reason'] },
  { op: 'exists', value: false, argument: ['force'] },
  { op: 'exists', value: false, argument: ['ids', '1'], type: null },
  { op: 'contains', value: 'x', argument: ['list'], type: 'array' },
  { op: 'eq', value: false, argument: ['options', 'force'], type: 'boolean' },
  { op: 'in', value: ['a "quoted"\nname\u200b'], argument: ['odd name.with "signs"\\'] },
];

/**
 * What every export with conditions has to be: of the conditions it says it holds, a call that meets them is made, and
 * one that breaks one of them is not, whatever the operator, and whether the argument must be given or not.
 */
export function holdsConditions(format: Format, read: (files: ExportFile[]) => DecideCall): void {
  const conditions = each.flatMap((changes) => [
    sampleConstraint({ ...changes, mustBeGiven: true }),
    sampleConstraint({ ...changes, mustBeGiven: false }),
  ]);
  for (const constraint of conditions.filter((one) => format.argument?.(one) !== 'none')) {
    const { op, argument, value, mustBeGiven } = constraint;
    const name = `${argument.join('.')} ${op} ${JSON.stringify(value)}, ${mustBeGiven ? 'given' : 'if given'}`;
    it(`holds ${JSON.stringify(name)}`, () => {
      const policy = samplePolicy({ a_tool: sampleRule({ constraints: [constraint] }) });
      const { files, warnings } = exportPolicy(policy, format, { alias, withGuard: false });
      const decide = read(files);
      assert.equal(decide('a_tool', honestCall([constraint]), [constraint]), 'allow');
      assert.equal(decide('a_tool', badCall([constraint], constraint), [constraint]), 'deny');
      if (op === 'exists') return;
      const isStricter = warnings.some(({ message }) => message.includes('is refused too'));
      assert.equal(decide('a_tool', {}, [constraint]), mustBeGiven || isStricter ? 'deny' : 'allow');
      if (mustBeGiven) assert.equal(decide('a_tool', callWith(argument, null), [constraint]), 'deny');
    });
  }

  it('refuses each call of the catalogue’s tools that breaks a condition', () => {
    const check = (policy: Policy): void => {
      const { files } = exportPolicy(policy, format, { alias, withGuard: false });
      const decide = read(files);
      const { rules } = fit(policy, format, { withGuard: false }).policy;
      for (const [tool, { constraints }] of rules)
        for (const constraint of constraints)
          assert.equal(
            decide(tool, badCall(constraints, constraint), constraints),
            'deny',
            `${tool} ${constraint.op}`,
          );
    };
    for (const preset of Preset.options) catalogueSamplePolicies(preset).forEach(check);
  });
}
