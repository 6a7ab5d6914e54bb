import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { rollBack } from '../../src/policy/counters.ts';
import { evaluate, isHidden, type Outcome } from '../../src/policy/evaluate.ts';
import { readRuleset } from '../../src/policy/ruleset.ts';
import { codePoint } from '../code-points.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from './sample-policy.ts';

const situation = { now: Date.parse('2026-11-20T10:30:00Z'), counters: new Map() };

function run(document: unknown, tool: string, given: Json = {}, definition: string | null = null): Outcome {
  return evaluate(readRuleset(document), { tool, arguments: given as JsonObject, definition }, situation);
}

const verdict = (...given: Parameters<typeof run>): string => {
  const { decision, rule } = run(...given);
  return `${decision} ${rule}`;
};

const document = (rest: object): object => ({ version: '1', default: 'deny', ...rest });
const perMinute = (counter: string, max: number) => ({ counter, window: 'minute', max, scope: 'grant' });

describe('a call under policy.json', () => {
  it('is denied when nothing names its tool', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (tool) => {
        fc.pre(tool !== 'x');
        assert.equal(verdict(document({ tools: { x: {} } }), tool), 'deny /default');
      }),
    );
    assert.equal(verdict(document({}), 'constructor'), 'deny /default');
  });

  it('is allowed when the default allows and nothing is against it', () => {
    assert.equal(verdict(document({ default: 'allow' }), 'x'), 'allow /default');
    assert.equal(verdict(document({ tools: { x: {} } }), 'x'), 'allow /tools/x');
  });

  it('is denied when its tool is hidden, whatever else is said', () => {
    const hidden = document({ default: 'allow', hide: ['a', 'x'], tools: { x: {} } });
    assert.equal(verdict(hidden, 'x'), 'deny /hide/1');
    assert.equal(verdict({ ...hidden, hide: ['*'] }, 'x'), 'deny /hide/0');
    assert.ok(isHidden(readRuleset(hidden), 'x'));
    assert.ok(!isHidden(readRuleset(hidden), 'y'));
  });

  it('must meet everything that is required', () => {
    const policy = document({
      tools: {
        x: {
          require: [
            { path: 'args.reason', op: 'exists', value: true },
            { path: 'args.options.depth', op: 'lte', value: 3 },
          ],
        },
      },
    });
    assert.equal(verdict(policy, 'x', { reason: 'r', options: { depth: 3 } }), 'allow /tools/x');
    assert.equal(verdict(policy, 'x', { options: { depth: 3 } }), 'deny /tools/x/require/0');
    assert.equal(verdict(policy, 'x', { reason: 'r' }), 'deny /tools/x/require/1');
    assert.equal(
      verdict(policy, 'x', { reason: 'r', options: { depth: 'deep' } }),
      'deny /tools/x/require/1',
    );
  });

  it('is denied by the first rule whose conditions it meets, all of them', () => {
    const policy = document({
      tools: {
        x: {
          deny_if: [
            {
              conditions: [
                { path: 'args.env', op: 'eq', value: 'prod' },
                { path: 'args.force', op: 'eq', value: true },
              ],
              on_deny: 'Not by force.',
            },
            { conditions: [{ path: 'args.amount', op: 'gt', value: 100 }], on_deny: 'Too much.' },
            { conditions: [{ path: 'args.force', op: 'exists', value: true }], on_deny: 'No force.' },
          ],
        },
      },
    });
    assert.equal(verdict(policy, 'x', { env: 'prod', force: true }), 'deny /tools/x/deny_if/0');
    assert.equal(run(policy, 'x', { env: 'prod', force: true }).reason, 'Not by force.');
    assert.equal(verdict(policy, 'x', { env: 'prod', force: false }), 'deny /tools/x/deny_if/2');
    assert.equal(verdict(policy, 'x', { amount: 101 }), 'deny /tools/x/deny_if/1');
    assert.equal(verdict(policy, 'x', { amount: 100 }), 'allow /tools/x');
    assert.equal(verdict(policy, 'x', {}), 'allow /tools/x');
  });

  it('is denied when it cannot be compared, so that no type slips through', () => {
    const policy = document({
      tools: { x: { deny_if: [{ conditions: [{ path: 'args.n', op: 'gt', value: 1 }], on_deny: 'No.' }] } },
    });
    for (const n of ['2', '1e9', true, [5], { n: 5 }])
      assert.equal(verdict(policy, 'x', { n }), 'deny /tools/x/deny_if/0', JSON.stringify(n));
  });

  it('is always denied by a rule without conditions', () => {
    const closed = document({ tools: { x: { deny_if: [{ conditions: [], on_deny: 'Closed.' }] } } });
    fc.assert(
      fc.property(fc.object(), (given) => {
        assert.equal(verdict(closed, 'x', given as Json), 'deny /tools/x/deny_if/0');
      }),
    );
  });

  it('names rules by pointers that any tool name survives', () => {
    assert.equal(verdict(document({ tools: { 'a/b~c': {} } }), 'a/b~c'), 'allow /tools/a~1b~0c');
  });

  it('counts against the limits of all tools before those of its own', () => {
    const policy = document({
      all_tools: { limits: [perMinute('all', 2)] },
      tools: { x: { limits: [perMinute('x', 1)] }, y: {} },
    });
    const ruleset = readRuleset(policy);
    const call = (tool: string, counters: Outcome['counters']): Outcome =>
      evaluate(ruleset, { tool, arguments: {}, definition: null }, { ...situation, counters });
    const first = call('x', new Map());
    assert.equal(first.decision, 'allow');
    const second = call('x', first.counters);
    assert.equal(second.rule, '/tools/x/limits/0');
    assert.equal(second.counters, first.counters, 'a denied call counts nothing');
    const third = call('y', second.counters);
    assert.equal(third.decision, 'allow');
    assert.equal(call('y', third.counters).rule, '/all_tools/limits/0');
    assert.equal(call('x', third.counters).rule, '/all_tools/limits/0');
    assert.equal(call('x', rollBack(third.counters, third.reserved)).rule, '/tools/x/limits/0');
    assert.equal(call('y', rollBack(third.counters, third.reserved)).decision, 'allow');
  });

  it('never gets more calls through than the limit, in any order of calls and roll-backs', () => {
    const ruleset = readRuleset(document({ tools: { x: { limits: [perMinute('x', 3)] } } }));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('make', 'drop'), { maxLength: 20 }), (steps) => {
        let { counters } = situation as Pick<Outcome, 'counters'>;
        let made = 0;
        for (const step of steps) {
          const outcome = evaluate(
            ruleset,
            { tool: 'x', arguments: {}, definition: null },
            { ...situation, counters },
          );
          const isMade = outcome.decision === 'allow' && step === 'make';
          made += Number(isMade);
          counters = isMade ? outcome.counters : rollBack(outcome.counters, outcome.reserved);
        }
        assert.equal(made, Math.min(3, steps.filter((step) => step === 'make').length));
      }),
    );
  });
});

describe('a call under a policy of ours', () => {
  it('is allowed, asked about, denied or hidden as its rule says', () => {
    assert.equal(verdict(fiveRules, 'read_item'), 'allow /tools/read_item');
    assert.equal(verdict(fiveRules, 'exec_item'), 'ask /tools/exec_item');
    assert.equal(verdict(fiveRules, 'delete_item'), 'deny /tools/delete_item/decision');
    assert.equal(verdict(fiveRules, 'wipe_item'), 'deny /tools/wipe_item/decision');
    assert.ok(isHidden(readRuleset(fiveRules), 'wipe_item'));
    assert.equal(verdict(fiveRules, 'other'), 'deny /default');
  });

  it('is not hidden by a hidden tool whose name is a star', () => {
    const policy = samplePolicy({ '*': sampleRule({ decision: 'hide' }), x: sampleRule() });
    assert.equal(verdict(policy, 'x'), 'allow /tools/x');
    assert.equal(verdict(policy, '*'), 'deny /tools/*/decision');
  });

  it('must keep the conditions on its arguments', () => {
    assert.equal(verdict(fiveRules, 'write_item', { env: 'dev' }), 'allow /tools/write_item');
    const denied = run(fiveRules, 'write_item', { env: 'prod' });
    assert.equal(denied.rule, '/tools/write_item/constraints/0');
    assert.equal(denied.reason, 'Production stays with people.');
    assert.equal(verdict(fiveRules, 'write_item'), 'deny /tools/write_item/constraints/0');
  });

  it('may leave an argument out that only counts when it is given', () => {
    const policy = samplePolicy({
      x: sampleRule({ constraints: [sampleConstraint({ mustBeGiven: false })] }),
    });
    assert.equal(verdict(policy, 'x', {}), 'allow /tools/x');
    assert.equal(verdict(policy, 'x', { env: 'dev' }), 'allow /tools/x');
    assert.equal(verdict(policy, 'x', { env: 'prod' }), 'deny /tools/x/constraints/0');
    assert.equal(verdict(policy, 'x', { env: { a: 'dev' } }), 'deny /tools/x/constraints/0');
  });

  it('is denied when the definition has changed, as far as that is known', () => {
    const { definition } = sampleRule();
    assert.equal(verdict(fiveRules, 'read_item', {}, definition), 'allow /tools/read_item');
    assert.equal(verdict(fiveRules, 'read_item', {}, 'cd'.repeat(32)), 'deny /tools/read_item/definition');
  });
});

describe('a policy that nobody could apply', () => {
  const broken: Readonly<Record<string, unknown>> = {
    'an array': [],
    'an unknown version': document({ version: '2' }),
    'an unknown field': document({ rate_limit: 10 }),
    'a default that is neither': document({ default: 'ask' }),
    'a limit that no call could meet': document({ tools: { x: { limits: [perMinute('x', 0)] } } }),
    'half a call as a limit': document({ tools: { x: { limits: [perMinute('x', 0.5)] } } }),
    'an unknown window': document({ tools: { x: { limits: [{ ...perMinute('x', 1), window: 'week' }] } } }),
    'an unknown operator': document({
      tools: { x: { require: [{ path: 'args.a', op: 'like', value: 'b' }] } },
    }),
    'a path outside the arguments': document({
      tools: { x: { require: [{ path: 'state.a', op: 'eq', value: 1 }] } },
    }),
    'a comparison with the wrong kind of value': document({
      tools: { x: { require: [{ path: 'args.a', op: 'lt', value: '5' }] } },
    }),
    'a pattern that RE2 does not know': document({
      tools: { x: { require: [{ path: 'args.a', op: 'regex', value: '(?=a)' }] } },
    }),
    'a tool that would be lost': document({ tools: Object.fromEntries([['__proto__', {}]]) }),
  };
  for (const [what, policy] of Object.entries(broken)) {
    it(`is refused with a reason: ${what}`, () => {
      assert.throws(() => readRuleset(policy), { name: 'RangeError', message: /\w+ .*\w+/ });
    });
  }

  it('is refused for any other JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.throws(() => readRuleset(value), RangeError);
      }),
    );
  });
});
