import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Constraint, Policy } from '../../../src/model/policy.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { gemini } from '../../../src/policy/formats/gemini.ts';
import { readRuleset } from '../../../src/policy/ruleset.ts';
import { hostileName } from '../hostile-names.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { geminiEngine, geminiFaults } from './gemini-engine.ts';

const exported = (policy: Policy) => exportPolicy(policy, gemini, { alias: 'stub', withGuard: false });

const text = (policy: Policy): string => exported(policy).files[0]?.text ?? '';

const engineFor = (policy: Policy) => geminiEngine(text(policy), 'stub');

const conditioned = (...constraints: Constraint[]): Policy =>
  samplePolicy({ write_item: sampleRule({ constraints }) });

/** What the policy itself says of a call. */
const meant = (policy: Policy, given: JsonObject): string => {
  const call = { tool: 'write_item', arguments: given, definition: null };
  return evaluate(readRuleset(policy), call, { now: 0, counters: new Map() }).decision;
};

describe('conditions on arguments in the policy engine of Gemini CLI', () => {
  it('denies what breaks a condition, also where the name stands in an inner object', async () => {
    const { decide } = await engineFor(fiveRules);
    assert.equal(await decide('write_item', { env: 'prod' }), 'deny');
    assert.equal(await decide('write_item', {}), 'deny');
    assert.equal(await decide('write_item', { inner: { env: 'dev' } }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', inner: { env: 'dev' } }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', note: '\0"env":"dev"\0' }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', 'a"env': 'dev' }), 'deny');
    assert.equal(await decide('write_item', { env: ['dev'] }), 'deny');
  });

  it('says which condition was broken', () => {
    assert.match(text(fiveRules), /denyMessage = "Production stays with people\."/);
  });

  it('takes an argument left out as held, unless it must be given', async () => {
    const { decide } = await engineFor(conditioned(sampleConstraint({ mustBeGiven: false })));
    assert.equal(await decide('write_item', {}), 'allow');
    assert.equal(await decide('write_item', { env: 'staging' }), 'allow');
    assert.equal(await decide('write_item', { env: 'prod' }), 'deny');
  });

  it('takes null as an argument left out', async () => {
    const given = await engineFor(conditioned(sampleConstraint({ op: 'neq', value: 'prod' })));
    assert.equal(await given.decide('write_item', { env: null }), 'deny');
    assert.equal(await given.decide('write_item', { env: 'dev' }), 'allow');
    const absent = await engineFor(conditioned(sampleConstraint({ op: 'exists', value: false })));
    assert.equal(await absent.decide('write_item', { env: null }), 'allow');
    assert.equal(await absent.decide('write_item', { env: 'dev' }), 'deny');
  });

  it('holds several conditions at once', async () => {
    const { decide } = await engineFor(
      conditioned(
        sampleConstraint(),
        sampleConstraint({ argument: ['force'], op: 'neq', value: true, mustBeGiven: false }),
        sampleConstraint({ argument: ['ticket'], op: 'exists', value: true }),
      ),
    );
    assert.equal(await decide('write_item', { env: 'dev', ticket: '7' }), 'allow');
    assert.equal(await decide('write_item', { env: 'dev', ticket: '7', force: false }), 'allow');
    assert.equal(await decide('write_item', { env: 'dev', ticket: '7', force: true }), 'deny');
    assert.equal(await decide('write_item', { env: 'dev' }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', ticket: '7' }), 'deny');
  });

  it('takes what a server may read as the same for the same', async () => {
    const force = (value: Constraint['value']) =>
      conditioned(sampleConstraint({ argument: ['force'], op: 'neq', value, mustBeGiven: false }));
    const { decide } = await engineFor(force(true));
    for (const given of [true, 'true', 1]) assert.equal(await decide('write_item', { force: given }), 'deny');
    for (const given of [false, 'no', 0, null])
      assert.equal(await decide('write_item', { force: given }), 'allow');
    const text = await engineFor(force('5'));
    assert.equal(await text.decide('write_item', { force: 5 }), 'deny');
  });

  const scalar = fc.oneof(
    hostileName,
    fc.constantFrom('true', 'false', '1', '0', '5', ' 5', '5.0', '0x5', '', ' '),
    fc.boolean(),
    fc.integer({ min: -1, max: 6 }),
    fc.constant(null),
  );
  const condition = fc
    .record({
      op: fc.constantFrom<Constraint['op'][]>('eq', 'neq', 'in', 'not_in', 'exists'),
      values: fc.array(scalar, { maxLength: 3 }),
      mustBeGiven: fc.boolean(),
      argument: fc.constantFrom('env', 'a"b', '文件').map((name) => [name]),
    })
    .map(({ op, values, ...rest }) => {
      const value = op === 'in' || op === 'not_in' ? values : (values[0] ?? true);
      return sampleConstraint({ op, value, ...rest });
    })
    .filter((constraint) => gemini.argument?.(constraint) === 'native');

  it('decides a call within conditions as the evaluator does, or stricter about how a number is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { minLength: 1, maxLength: 2 }),
        fc.dictionary(fc.constantFrom('env', 'a"b', '文件', 'other'), scalar),
        async (constraints, given) => {
          const policy = conditioned(...constraints);
          assert.deepEqual(await geminiFaults(text(policy)), []);
          const { decide } = await engineFor(policy);
          const made = await decide('write_item', given);
          if (made !== meant(policy, given)) {
            assert.equal(made, 'deny');
            assert.ok(
              constraints.some(({ value }) => [value].flat().some((each) => typeof each === 'number')),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('asks instead where a condition is not one a pattern can hold, and keeps those it can', async () => {
    const policy = conditioned(
      sampleConstraint(),
      sampleConstraint({ argument: ['path'], op: 'regex', value: '^/srv/' }),
    );
    const { warnings } = exported(policy);
    assert.match(
      warnings.find(({ ability }) => ability === 'arguments')?.message ?? '',
      /argument path .*guard/,
    );
    const { decide } = await engineFor(policy);
    assert.equal(await decide('write_item', { env: 'dev', path: '/srv/a' }), 'ask_user');
    assert.equal(await decide('write_item', { env: 'prod', path: '/srv/a' }), 'deny');
  });

  it('shows what is to be filled in as it stands in the file, and says that it stands there twice', () => {
    const { files, fill } = exported(
      conditioned(sampleConstraint({ value: ['replace-with-a-recipient'], fill: 'Put your own there.' })),
    );
    assert.equal(files[0]?.text.split('replace-with-a-recipient').length, 3);
    assert.match(fill.join(' '), /two rules: change both\. write_item: Put your own there\./);
  });

  it('denies a tool whose conditions are longer than Gemini accepts, and says so', async () => {
    const value = Array.from({ length: 300 }, (_, index) => `environment-${index}`);
    const policy = conditioned(sampleConstraint({ value }));
    assert.match(exported(policy).warnings.at(-1)?.message ?? '', /longer than this program accepts/);
    assert.deepEqual(await geminiFaults(text(policy)), []);
    assert.equal(await (await engineFor(policy)).decide('write_item', { env: value[0] }), 'deny');
  });
});
