import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policyOf, recommend } from '../../src/policy/recommend.ts';
import { sampleTool } from '../samples.ts';

const look = sampleTool({ name: 'look' });
const run = sampleTool({ name: 'run' }, { category: 'Execute', risk: 'High' });

describe('the recommended rule', () => {
  it('counts each tool for itself, for each grant', () => {
    assert.deepEqual(recommend(run, 'balanced').limits, [
      { counter: 'run_per_minute', window: 'minute', max: 10, scope: 'grant' },
    ]);
  });

  it('holds the hash of the definition it was made for', () => {
    assert.equal(recommend(look, 'balanced').definition, look.hash);
  });
});

describe('the read-only rule', () => {
  it('hides reading that returns secrets', () => {
    const signals = [{ id: 'returns-secrets', at: '/name', quote: 'look' }];
    const telling = sampleTool({ name: 'look' }, { risk: 'Medium', signals });
    assert.equal(recommend(telling, 'balanced').decision, 'allow');
    assert.equal(recommend(telling, 'read-only').decision, 'hide');
    assert.equal(recommend(look, 'read-only').decision, 'allow');
  });
});

describe('the policy of a server', () => {
  it('names every tool, and denies what it does not name', () => {
    const policy = policyOf({ id: 'npm:x', name: 'X', tools: [look, run] }, 'balanced');
    assert.deepEqual(Object.keys(policy.tools), ['look', 'run']);
    assert.equal(policy.default, 'deny');
    assert.deepEqual(policy.server, { id: 'npm:x', name: 'X' });
  });
});
