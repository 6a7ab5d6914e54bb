import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { locations } from '../../../src/model/locations.ts';
import { type Constraint, Operator, type Policy } from '../../../src/model/policy.ts';
import { PolicyJson } from '../../../src/model/policy-json.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { fit } from '../../../src/policy/fit.ts';
import { policyJson, policyJsonOf } from '../../../src/policy/formats/policy-json.ts';
import { readRuleset } from '../../../src/policy/ruleset.ts';
import { codePoint } from '../../code-points.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';

const jsonOf = (policy: Policy): PolicyJson =>
  policyJsonOf(fit(policy, policyJson, { withGuard: false }).policy);

const warningsOf = (policy: Policy): string[] =>
  exportPolicy(policy, policyJson, { alias: 'stub', withGuard: false }).warnings.map(
    ({ message }) => message,
  );

function decide(document: unknown, tool: string, given: Json): string {
  const call = { tool, arguments: given as JsonObject, definition: null };
  return evaluate(readRuleset(document), call, { now: 0, counters: new Map() }).decision;
}

/** A value that fits each operator. */
const values: Readonly<Record<Operator, fc.Arbitrary<Json>>> = {
  eq: fc.constantFrom('dev', 5, true, false),
  neq: fc.constantFrom('dev', 5, true, false),
  lt: fc.constantFrom(0, 5),
  lte: fc.constantFrom(0, 5),
  gt: fc.constantFrom(0, 5),
  gte: fc.constantFrom(0, 5),
  in: fc.constantFrom(['dev', 5], []),
  not_in: fc.constantFrom(['dev', 5], []),
  exists: fc.boolean(),
  regex: fc.constantFrom('^d', 'v$'),
  contains: fc.constantFrom('d', 'ev'),
};

const anyConstraint: fc.Arbitrary<Constraint> = fc
  .constantFrom(...Operator.options)
  .chain((op) =>
    fc.record({
      argument: fc.constantFrom<string[]>(['env'], ['env', '0'], ['env', 'a']),
      op: fc.constant(op),
      value: values[op],
      mustBeGiven: fc.boolean(),
    }),
  )
  .map(sampleConstraint);

const scalars: readonly Json[] = ['dev', 'prod', 0, 4, 5, 6, true, false, null, '5', 'true', '["dev"]'];
const anyValue = fc.oneof(
  fc.constantFrom(...scalars),
  fc.array(fc.constantFrom(...scalars), { maxLength: 2 }),
  fc.record({ a: fc.constantFrom(...scalars) }, { requiredKeys: [] }),
);
const anyCall = fc.record({ env: anyValue }, { requiredKeys: [] });

describe('policy.json', () => {
  const json = jsonOf(fiveRules);

  it('has the documented shape and nothing else', () => {
    assert.deepEqual(PolicyJson.parse(json), json);
    assert.ok(!PolicyJson.safeParse({ ...json, rate_limit: 10 }).success);
  });

  it('has a published schema in which no object takes fields that it does not name', () => {
    const schema = readFileSync(`${locations.schemas}/policy-json.json`, 'utf8');
    assert.deepEqual(JSON.parse(schema), JSON.parse(JSON.stringify(z.toJSONSchema(PolicyJson))));
    const openings = schema.match(/"properties": /g) ?? [];
    assert.ok(openings.length > 5);
    assert.equal(schema.match(/"additionalProperties": false/g)?.length, openings.length);
  });

  it('names every tool exactly once, so that nothing else of the server breaks by default deny', () => {
    assert.deepEqual(
      [...(json.hide ?? []), ...Object.keys(json.tools ?? {})].sort(),
      Object.keys(fiveRules.tools).sort(),
    );
  });

  it('never promises an approval that the format does not have', () => {
    const [denied] = json.tools?.exec_item?.deny_if ?? [];
    assert.match(denied?.on_deny ?? '', /cannot ask/);
    assert.equal(denied?.conditions.length, 0);
  });

  it('denies what is denied and hides what is hidden', () => {
    assert.equal(json.tools?.delete_item?.deny_if?.length, 1);
    assert.deepEqual(json.hide, ['wipe_item']);
  });

  it('requires what must be given, and denies the opposite of what only counts when it is given', () => {
    assert.deepEqual(json.tools?.write_item?.require, [
      { path: 'args.env', op: 'in', value: ['dev', 'staging'] },
    ]);
    const optional = samplePolicy({
      x: sampleRule({ constraints: [sampleConstraint({ mustBeGiven: false, fill: 'Name yours.' })] }),
    });
    assert.deepEqual(jsonOf(optional).tools?.x, {
      deny_if: [
        {
          conditions: [
            { path: 'args.env', op: 'exists', value: true },
            { path: 'args.env', op: 'not_in', value: ['dev', 'staging'] },
          ],
          on_deny: 'Production stays with people. Name yours.',
        },
      ],
    });
  });

  it('decides as the policy it was printed from, but for optional patterns, which it demands and says so', () => {
    fc.assert(
      fc.property(fc.array(anyConstraint, { maxLength: 3 }), anyCall, (constraints, given) => {
        const policy = samplePolicy({ x: sampleRule({ constraints }) });
        const meant = decide(policy, 'x', given);
        const printed = decide(jsonOf(policy), 'x', given);
        const isDemanded = constraints.some(
          ({ op, mustBeGiven }) => !mustBeGiven && (op === 'regex' || op === 'contains'),
        );
        if (isDemanded) {
          assert.ok(printed === 'deny' || meant === 'allow');
          assert.ok(warningsOf(policy).some((message) => message.includes('leaves it out is denied')));
        } else assert.equal(printed, meant);
      }),
      { numRuns: 500 },
    );
  });

  it('denies a tool whose argument it cannot name, and says so', () => {
    const policy = samplePolicy({
      x: sampleRule({ constraints: [sampleConstraint({ argument: ['a.b'] })] }),
    });
    assert.equal(decide(jsonOf(policy), 'x', { 'a.b': 'dev' }), 'deny');
    assert.ok(warningsOf(policy).some((message) => message.includes('the argument a.b cannot be held')));
  });

  it('leaves out, loudly, tools that programs would lose or take for all tools', () => {
    for (const name of ['__proto__', '*']) {
      const rules = [
        [name, sampleRule()],
        ['other', sampleRule({ decision: 'deny' })],
      ] as const;
      const policy = samplePolicy(Object.fromEntries(rules));
      assert.equal(decide(jsonOf(policy), name, {}), 'deny');
      assert.ok(warningsOf(policy).some((message) => message.startsWith(`${name}: `)));
    }
  });

  it('keeps hostile names as they are, and shows every character of them', () => {
    const hostile = fc.string({ unit: codePoint, minLength: 1 }).filter((name) => name.isWellFormed());
    fc.assert(
      fc.property(hostile, hostile, (tool, counter) => {
        fc.pre(tool !== '__proto__' && tool !== '*');
        const limit = { counter, window: 'minute', max: 1, scope: 'grant' } as const;
        const policy = samplePolicy(Object.fromEntries([[tool, sampleRule({ limits: [limit] })]]));
        const [file] = exportPolicy(policy, policyJson, { alias: 'stub', withGuard: false }).files;
        assert.doesNotMatch(file?.text ?? '', /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
        const read = JSON.parse(file?.text ?? '') as PolicyJson;
        assert.deepEqual(Object.keys(read.tools ?? {}), [tool]);
        assert.equal(decide(read, tool, {}), 'allow');
      }),
    );
  });
});
