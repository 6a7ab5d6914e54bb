import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RE2JS } from 're2js';
import { parse } from 'yaml';
import { z } from 'zod';
import { isObject, type JsonObject } from '../../../src/model/json.ts';
import { Operator, type Limit, type Policy } from '../../../src/model/policy.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { intercept } from '../../../src/policy/formats/intercept.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { holdsConditions, honestCall, type Decide } from './calls.ts';
import { alias, holdsPolicies, textOf } from './holds-policies.ts';
import { neverMilder } from './oracle.ts';

const Condition = z.strictObject({ path: z.string().regex(/^args\../), op: Operator, value: z.unknown() });

/** What Validate of Intercept admits (internal/config/validate.go) of the parts we write. */
const Rule = z
  .strictObject({
    name: z.string().min(1),
    action: z.literal('deny').optional(),
    conditions: z.array(Condition).min(1).optional(),
    rate_limit: z
      .string()
      .regex(/^[1-9]\d*\/(?:minute|hour|day)$/)
      .optional(),
    on_deny: z.string(),
  })
  .refine((rule) => [rule.action, rule.conditions, rule.rate_limit].filter(Boolean).length === 1);
const Tool = z.strictObject({ rules: z.array(Rule) });
const Configuration = z.strictObject({
  version: z.literal('1'),
  default: z.literal('deny'),
  hide: z.array(z.string().trim().min(1)).optional(),
  tools: z.unknown(),
});

interface Configured {
  hide: string[];
  tools: Map<string, z.infer<typeof Rule>[]>;
}

/** The tools are read by themselves, because zod keeps no member called __proto__. */
function configured(files: ExportFile[]): Configured {
  const { hide = [], tools } = Configuration.parse(parse(textOf(files, 'intercept.yaml')));
  assert.ok(isObject(tools));
  assert.equal(new Set(hide).size, hide.length);
  return {
    hide,
    tools: new Map(Object.entries(tools).map(([name, tool]) => [name, Tool.parse(tool).rules])),
  };
}

const found = (call: JsonObject, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>(
      (value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined),
      call,
    );

const numbers = (...values: unknown[]): boolean => values.every((value) => typeof value === 'number');
const text = (each: unknown): string => (typeof each === 'string' ? each : JSON.stringify(each));
const equal = (actual: unknown, value: unknown): boolean => text(actual) === text(value);
const isIn = (actual: unknown, value: unknown): boolean =>
  Array.isArray(value) && value.some((member) => equal(actual, member));
const ordered =
  (holds: (actual: number, value: number) => boolean) =>
  (actual: unknown, value: unknown): boolean =>
    numbers(actual, value) && holds(Number(actual), Number(value));

/** As evalOp of Intercept (internal/engine/operators.go). */
const operators: Readonly<Record<Exclude<Operator, 'exists'>, (actual: unknown, value: unknown) => boolean>> =
  {
    eq: equal,
    neq: (actual, value) => !equal(actual, value),
    in: isIn,
    not_in: (actual, value) => !isIn(actual, value),
    lt: ordered((actual, value) => actual < value),
    lte: ordered((actual, value) => actual <= value),
    gt: ordered((actual, value) => actual > value),
    gte: ordered((actual, value) => actual >= value),
    regex: (actual, value) =>
      typeof actual === 'string' && RE2JS.compile(String(value)).matcher(actual).find(),
    contains: (actual, value) =>
      typeof actual === 'string'
        ? typeof value === 'string' && actual.includes(value)
        : Array.isArray(actual) && isIn(value, actual),
  };

/** As evaluateCondition of Intercept: what is not there meets nothing but its absence. */
function meets(call: JsonObject, { path, op, value }: z.infer<typeof Condition>): boolean {
  const actual = found(call, path);
  if (op === 'exists') return (actual !== undefined && actual !== null) === value;
  return actual !== undefined && operators[op](actual, value);
}

/** As Evaluate of Intercept: hidden, then listed, then every rule of the tool and of *. */
function read(files: ExportFile[]): Decide {
  const { hide, tools } = configured(files);
  return (tool, call) => {
    const own = tools.get(tool);
    if (hide.includes(tool) || hide.includes('*') || own === undefined) return 'deny';
    const rules = [...own, ...(tools.get('*') ?? [])];
    const passes = rules.every(
      ({ action, conditions = [] }) => action !== 'deny' && conditions.every((each) => meets(call, each)),
    );
    return passes ? 'allow' : 'deny';
  };
}

const exported = (tools: Policy['tools']): ReturnType<typeof exportPolicy> =>
  exportPolicy(samplePolicy(tools), intercept, { alias, withGuard: false });

describe('Intercept', () => {
  holdsPolicies(intercept, (files) => {
    const decide = read(files);
    return (tool, { constraints }) => decide(tool, honestCall(constraints));
  });
  holdsConditions(intercept, read);
  neverMilder(intercept, read);

  it('counts calls in a rule of its own, because a limit with conditions is an error', () => {
    const { files } = exported(fiveRules.tools);
    const rules = configured(files).tools.get('write_item') ?? [];
    assert.deepEqual(
      rules.map((rule) => rule.rate_limit),
      [undefined, '30/minute'],
    );
  });

  it('keeps the lower of two limits of one window, because two are an error, and says so', () => {
    const limit = (max: number): Limit => ({ counter: `c${max}`, window: 'hour', max, scope: 'grant' });
    const { files, warnings } = exported({ a: sampleRule({ limits: [limit(9), limit(5)] }) });
    assert.deepEqual(
      configured(files)
        .tools.get('a')
        ?.map((rule) => rule.rate_limit),
      ['5/hour'],
    );
    assert.ok(warnings.some(({ tool, ability }) => tool === 'a' && ability === 'limits'));
  });

  it('writes no entry for *, which would hold for every tool', () => {
    const { files, warnings } = exported({ '*': sampleRule({ decision: 'hide' }), a: sampleRule() });
    assert.equal(read(files)('a', {}), 'allow');
    assert.ok(warnings.some(({ tool }) => tool === '*'));
  });

  it('closes a tool for what a path cannot name: a dot in a name, a place in a list', () => {
    for (const argument of [['a.b'], ['ids', '1'], ['']]) {
      const { files } = exported({ a: sampleRule({ constraints: [sampleConstraint({ argument })] }) });
      assert.equal(read(files)('a', honestCall([sampleConstraint({ argument })])), 'deny');
    }
  });

  it('says that a condition on an argument that may be left out refuses the call without it', () => {
    const constraints = [sampleConstraint({ mustBeGiven: false })];
    const { files, warnings } = exported({ a: sampleRule({ constraints }) });
    assert.equal(read(files)('a', {}), 'deny');
    assert.ok(warnings.some(({ message }) => message.includes('without env is refused too')));
  });
});
