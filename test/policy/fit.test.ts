import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Decision, type ToolRule } from '../../src/model/policy.ts';
import { fit } from '../../src/policy/fit.ts';
import { type Abilities, Ability, Support } from '../../src/policy/format.ts';
import { sampleConstraint, samplePolicy, sampleRule } from './sample-policy.ts';

const all = (support: Support): Abilities =>
  Object.fromEntries(Ability.options.map((ability) => [ability, support])) as Record<Ability, Support>;

const without = (...abilities: Ability[]): Abilities => ({
  ...all('native'),
  ...Object.fromEntries(abilities.map((ability) => [ability, 'none'])),
});

function fitOne(rule: ToolRule, abilities: Abilities, withGuard = false) {
  const { policy, warnings } = fit(samplePolicy({ x: rule }), { abilities }, { withGuard });
  const [only] = policy.rules;
  assert.ok(only !== undefined);
  return { rule: only[1], warnings, of: warnings.map(({ ability }) => ability) };
}

const bounded = sampleRule({
  limits: [{ counter: 'x_per_minute', window: 'minute', max: 30, scope: 'grant' }],
  constraints: [sampleConstraint()],
});

describe('a policy fitted to a format', () => {
  it('is the same where the format can do everything', () => {
    const { rule, warnings } = fitOne(bounded, all('native'));
    assert.deepEqual(rule, { ...bounded, wanted: 'allow', lost: [] });
    assert.deepEqual(warnings, []);
  });

  it('asks where a condition on an argument cannot be held', () => {
    const { rule, warnings } = fitOne(bounded, without('arguments'));
    assert.equal(rule.decision, 'ask');
    assert.deepEqual(rule.constraints, []);
    assert.match(warnings[0]?.message ?? '', /^x: a condition on the argument env /);
  });

  it('denies where it cannot ask either', () => {
    assert.equal(fitOne(bounded, without('arguments', 'ask')).rule.decision, 'deny');
  });

  it('keeps the decision and warns where calls cannot be counted', () => {
    const { rule, of } = fitOne(bounded, without('limits'));
    assert.equal(rule.decision, 'allow');
    assert.deepEqual(rule.limits, []);
    assert.deepEqual(of, ['limits']);
  });

  it('denies what it cannot ask about, and says which', () => {
    const { rule, warnings } = fitOne(sampleRule({ decision: 'ask' }), without('ask'));
    assert.equal(rule.decision, 'deny');
    assert.equal(rule.wanted, 'ask');
    assert.equal(warnings[0]?.tool, 'x');
  });

  it('denies what it cannot hide', () => {
    assert.equal(fitOne(sampleRule({ decision: 'hide' }), without('hide')).rule.decision, 'deny');
  });

  it('asks about what it cannot deny, and says that a person can still allow it', () => {
    const { rule, warnings } = fitOne(sampleRule({ decision: 'hide' }), without('hide', 'deny'));
    assert.equal(rule.decision, 'ask');
    assert.match(warnings.at(-1)?.message ?? '', /can still allow it/);
  });

  it('says once for the whole policy that a changed definition goes unnoticed', () => {
    const policy = samplePolicy({ x: sampleRule(), y: sampleRule() });
    const { warnings } = fit(policy, { abilities: without('definition') }, { withGuard: false });
    assert.deepEqual(
      warnings.map(({ tool }) => tool),
      [null],
    );
  });

  it('counts what the guard does only when the guard is there', () => {
    const abilities: Abilities = {
      ...all('native'),
      arguments: 'guard',
      limits: 'guard',
      definition: 'guard',
    };
    const alone = fitOne(bounded, abilities);
    assert.deepEqual(alone.of.toSorted(), ['arguments', 'definition', 'limits']);
    for (const { message } of alone.warnings) assert.match(message, /guard/);
    const guarded = fitOne(bounded, abilities, true);
    assert.deepEqual(guarded.warnings, []);
    assert.equal(guarded.rule.decision, 'allow');
    assert.equal(guarded.rule.constraints.length, 1);
  });

  const anyRule = fc.record({
    decision: fc.constantFrom(...Decision.options),
    limits: fc.constantFrom([], bounded.limits),
    constraints: fc.constantFrom([], bounded.constraints),
  });
  const anyAbilities = fc.record(
    Object.fromEntries(
      Ability.options.map((ability) => [ability, fc.constantFrom(...Support.options)]),
    ) as Record<Ability, fc.Arbitrary<Support>>,
  );

  it('never asks a format for what it cannot do, and never gives anything up in silence', () => {
    fc.assert(
      fc.property(anyRule, anyAbilities, fc.boolean(), (changes, abilities, withGuard) => {
        const before = sampleRule(changes);
        const { rule, of } = fitOne(before, abilities, withGuard);
        const can = (ability: Ability): boolean =>
          abilities[ability] === 'native' || (withGuard && abilities[ability] === 'guard');
        if (rule.constraints.length > 0) assert.ok(can('arguments'));
        if (rule.limits.length > 0) assert.ok(can('limits'));
        assert.ok(can(rule.decision) || rule.decision === 'deny');
        if (rule.decision !== before.decision) assert.ok(of.length > 0);
        const isOpen = rule.decision === 'allow' || rule.decision === 'ask';
        if (isOpen && before.limits.length > rule.limits.length) assert.ok(of.includes('limits'));
        if (isOpen && before.decision === 'allow' && before.constraints.length > rule.constraints.length)
          assert.ok(of.includes('arguments'));
      }),
    );
  });

  it('is never milder, but where a format cannot deny', () => {
    fc.assert(
      fc.property(anyRule, anyAbilities, (changes, abilities) => {
        const { rule } = fitOne(sampleRule(changes), { ...abilities, deny: 'native' });
        const strictness = ['allow', 'ask', 'deny', 'hide'];
        const isSame = rule.decision === 'deny' && changes.decision === 'hide';
        assert.ok(isSame || strictness.indexOf(rule.decision) >= strictness.indexOf(changes.decision));
      }),
    );
  });
});
