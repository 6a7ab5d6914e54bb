import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Category } from '../../src/model/categories.ts';
import { Decision } from '../../src/model/policy.ts';
import { riskLevels } from '../../src/model/risks.ts';
import { policyOf, recommend } from '../../src/policy/recommend.ts';
import { PolicyJson, policyJson } from '../../src/policy/formats/policy-json.ts';

const strictness = (decision: Decision): number => Decision.options.indexOf(decision);

describe('the recommended rule', () => {
  it('is Write 30 and Execute 10 a minute, the figures people already use', () => {
    assert.deepEqual(recommend({ category: 'Write', risk: 'Medium' }).limits, [
      { window: 'minute', max: 30 },
    ]);
    assert.deepEqual(recommend({ category: 'Execute', risk: 'High' }).limits, [
      { window: 'minute', max: 10 },
    ]);
  });

  for (const category of Category.options) {
    it(`never becomes milder as ${category} becomes graver`, () => {
      const decisions = riskLevels.map((risk) => strictness(recommend({ category, risk }).decision));
      assert.deepEqual(decisions, decisions.toSorted());
    });

    it(`limits every ${category} call that it lets through`, () => {
      for (const risk of riskLevels) {
        const rule = recommend({ category, risk });
        if (rule.decision === 'allow' || rule.decision === 'ask') assert.notEqual(rule.limits.length, 0);
      }
    });
  }

  it('asks a person about a tool of unknown risk', () => {
    assert.equal(recommend({ category: 'Read', risk: 'Unknown' }).decision, 'ask');
  });
});

describe('policy.json', () => {
  const rules = [
    { name: 'look', rule: recommend({ category: 'Read', risk: 'Low' }) },
    { name: 'run', rule: recommend({ category: 'Execute', risk: 'High' }) },
    { name: 'pay', rule: recommend({ category: 'Financial', risk: 'Critical' }) },
    { name: 'drop', rule: recommend({ category: 'Destructive', risk: 'Critical' }) },
  ];
  const json = policyJson(policyOf(rules));

  it('has the documented shape and nothing else', () => {
    assert.deepEqual(PolicyJson.parse(json), json);
    assert.ok(!PolicyJson.safeParse({ ...json, rate_limit: 10 }).success);
  });

  it('names every tool exactly once, so that nothing else of the server breaks by default deny', () => {
    assert.deepEqual(
      [...(json.hide ?? []), ...Object.keys(json.tools)].sort(),
      rules.map(({ name }) => name).sort(),
    );
  });

  it('lets reading through under a limit', () => {
    assert.deepEqual(json.tools.look, {
      limits: [{ counter: 'look_per_minute', window: 'minute', max: 60, scope: 'grant' }],
    });
  });

  it('never promises an approval that the format does not have', () => {
    const [denied] = json.tools.run?.deny_if ?? [];
    assert.match(denied?.on_deny ?? '', /cannot ask/);
    assert.equal(denied?.conditions.length, 0);
    assert.equal(json.tools.run?.limits?.[0]?.max, 10);
  });

  it('denies what is denied and hides what is hidden', () => {
    assert.equal(json.tools.pay?.deny_if?.length, 1);
    assert.deepEqual(json.hide, ['drop']);
  });

  it('keeps a tool called __proto__ as a tool', () => {
    const policy = policyOf([{ name: '__proto__', rule: recommend({ category: 'Read', risk: 'Low' }) }]);
    assert.deepEqual(Object.keys(policyJson(policy).tools), ['__proto__']);
  });
});
