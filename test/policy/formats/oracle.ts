import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { Operator, type ArgumentType, type Constraint } from '../../../src/model/policy.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile, Format } from '../../../src/policy/format.ts';
import { readRuleset } from '../../../src/policy/ruleset.ts';
import { sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { honestCall, type DecideCall } from './calls.ts';
import { alias } from './holds-policies.ts';

/** Values that read alike, nearly alike, or like nothing at all. */
const scalar = fc.constantFrom<Json>(
  'dev',
  'prod',
  'true',
  'false',
  '5',
  '5.0',
  '',
  true,
  false,
  0,
  1,
  5,
  -2.5,
  null,
);
const noList = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.record({ force: scalar }),
  fc.constantFrom<Json>(1e300, -1e300, 'devdev', ' dev', '{"force":true}'),
);
const value = fc.oneof({ weight: 4, arbitrary: noList }, fc.array(scalar, { maxLength: 3 }));

/** No list stands where an object should: our evaluator refuses it, and an engine that finds no member in it is right. */
const call: fc.Arbitrary<JsonObject> = fc.record(
  { env: value, options: noList, ids: value, 'odd name': value },
  { requiredKeys: [], noNullPrototype: true },
);

const typeOf = (each: Json): ArgumentType | null => {
  if (typeof each === 'string') return 'string';
  if (typeof each === 'boolean') return 'boolean';
  return typeof each === 'number' ? 'number' : null;
};

const operands: Readonly<Record<Operator, fc.Arbitrary<Json>>> = {
  eq: scalar,
  neq: scalar,
  lt: fc.constantFrom(0, 5),
  lte: fc.constantFrom(0, 5),
  gt: fc.constantFrom(0, 5),
  gte: fc.constantFrom(0, 5),
  in: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  not_in: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  exists: fc.boolean(),
  regex: fc.constantFrom('^dev$', 'e', '^(?:dev|prod)$'),
  contains: fc.constantFrom<Json>('dev', 'e', 5),
};

const constraint: fc.Arbitrary<Constraint> = fc
  .constantFrom(...Operator.options)
  .chain((op) =>
    fc.record({
      op: fc.constant(op),
      argument: fc.constantFrom<string[]>(['env'], ['env'], ['options', 'force'], ['ids', '1'], ['odd name']),
      value: operands[op],
      mustBeGiven: fc.boolean(),
    }),
  )
  .map((changes) =>
    sampleConstraint({
      ...changes,
      type: typeOf(Array.isArray(changes.value) ? (changes.value[0] ?? null) : changes.value),
    }),
  );

/** A program that lets a call through lets through what our own evaluator allows, whatever the values and their types. */
export function neverMilder(format: Format, read: (files: ExportFile[]) => DecideCall): void {
  it('never lets through a call that our evaluator refuses', () => {
    let made = 0;
    fc.assert(
      fc.property(
        fc.array(constraint, { minLength: 1, maxLength: 2 }),
        call,
        fc.boolean(),
        (constraints, any, isHonest) => {
          const args = isHonest ? { ...any, ...honestCall(constraints) } : any;
          const policy = samplePolicy({ a_tool: sampleRule({ constraints }) });
          const { files } = exportPolicy(policy, format, { alias, withGuard: false });
          if (read(files)('a_tool', args, constraints) === 'deny') return;
          made += 1;
          const situation = { now: 0, counters: new Map() };
          const own = evaluate(
            readRuleset(policy),
            { tool: 'a_tool', arguments: args, definition: null },
            situation,
          );
          assert.equal(own.decision, 'allow', own.reason);
        },
      ),
      { numRuns: 1000 },
    );
    assert.ok(made > 0, `${made} calls were let through`);
  });
}
