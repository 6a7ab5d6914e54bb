import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { diffPolicies } from '../../src/policy/diff.ts';
import { hostilePolicy } from './hostile-names.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from './sample-policy.ts';

const file = (tools: object, otherwise = 'deny') => ({ version: '1', default: otherwise, tools });

describe('two policies', () => {
  it('that are the same do not differ', () => {
    fc.assert(
      fc.property(hostilePolicy, (policy) => {
        assert.deepEqual(diffPolicies(policy, policy), []);
      }),
    );
  });

  it('tell what opened before what closed', () => {
    const before = samplePolicy({ read: sampleRule(), wipe: sampleRule({ decision: 'hide' }) });
    const after = samplePolicy({
      read: sampleRule({ decision: 'ask' }),
      wipe: sampleRule({ decision: 'allow' }),
    });
    const changes = diffPolicies(before, after).map(({ tool, direction }) => [tool, direction]);
    assert.deepEqual(changes, [
      ['wipe', 'opened'],
      ['read', 'closed'],
    ]);
  });

  it('tell what is denied because nothing names it any more', () => {
    const [change] = diffPolicies(file({ read: {} }), file({}));
    assert.deepEqual(change, {
      tool: 'read',
      before: 'allow',
      after: 'deny',
      direction: 'closed',
      bounds: [],
    });
  });

  it('tell conditions, limits and definitions apart', () => {
    const before = samplePolicy({ write: sampleRule() });
    const limits = fiveRules.tools.write_item?.limits ?? [];
    const rules = {
      conditions: { constraints: [sampleConstraint()] },
      limits: { limits },
      definition: { definition: 'cd'.repeat(32) },
    };
    for (const [bound, change] of Object.entries(rules)) {
      const [found] = diffPolicies(before, samplePolicy({ write: sampleRule(change) }));
      assert.deepEqual(found?.bounds, [bound]);
      assert.equal(found.direction, 'changed');
    }
  });

  it('tell when everything that is not named opens', () => {
    assert.deepEqual(diffPolicies(file({}), file({}, 'allow')), [
      { tool: null, before: 'deny', after: 'allow', direction: 'opened', bounds: [] },
    ]);
  });

  it('are refused unless they are of one kind', () => {
    assert.throws(() => diffPolicies(fiveRules, file({})), /two of a kind/);
    assert.throws(() => diffPolicies({}, fiveRules), /no valid policy/);
  });
});
