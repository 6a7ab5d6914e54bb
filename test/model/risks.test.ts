import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bars, risksByWeight, shift, worse } from '../../src/model/risks.ts';

describe('risk levels', () => {
  it('have one bar more each, and Unknown has none', () => {
    assert.deepEqual(risksByWeight.map(bars), [4, 3, 2, 1, 0]);
  });

  it('give way to the graver one; Unknown never hides a level', () => {
    assert.equal(worse('Low', 'High'), 'High');
    assert.equal(worse('Critical', 'Medium'), 'Critical');
    assert.equal(worse('Unknown', 'Low'), 'Low');
  });

  it('stop at the ends of the scale', () => {
    assert.equal(shift('High', 2), 'Critical');
    assert.equal(shift('Low', -1), 'Low');
  });
});
