import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PolicyJson, policyJson, policyJsonOf } from '../../../src/policy/formats/policy-json.ts';
import { fitted, fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';

describe('policy.json', () => {
  const json = policyJsonOf(fitted(fiveRules, policyJson.abilities));

  it('has the documented shape and nothing else', () => {
    assert.deepEqual(PolicyJson.parse(json), json);
    assert.ok(!PolicyJson.safeParse({ ...json, rate_limit: 10 }).success);
  });

  it('names every tool exactly once, so that nothing else of the server breaks by default deny', () => {
    assert.deepEqual(
      [...(json.hide ?? []), ...Object.keys(json.tools)].sort(),
      Object.keys(fiveRules.tools).sort(),
    );
  });

  it('never promises an approval that the format does not have', () => {
    const [denied] = json.tools.exec_item?.deny_if ?? [];
    assert.match(denied?.on_deny ?? '', /cannot ask/);
    assert.equal(denied?.conditions.length, 0);
  });

  it('denies what is denied and hides what is hidden', () => {
    assert.equal(json.tools.delete_item?.deny_if?.length, 1);
    assert.deepEqual(json.hide, ['wipe_item']);
  });

  it('keeps a tool called __proto__ as a tool', () => {
    const policy = samplePolicy(Object.fromEntries([['__proto__', sampleRule()]]));
    assert.deepEqual(Object.keys(policyJsonOf(fitted(policy, policyJson.abilities)).tools), ['__proto__']);
  });
});
