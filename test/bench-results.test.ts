import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { untilFailure } from './bench/results.ts';

describe('what a benchmark has measured', () => {
  it('is kept when a later step fails, together with why', () => {
    const failure = new Error('No room.');
    function* measured(): Generator<string> {
      yield 'the first step';
      throw failure;
    }
    assert.deepEqual(untilFailure(measured()), { items: ['the first step'], stoppedBy: failure });
  });

  it('is all of it when nothing fails', () => {
    assert.deepEqual(untilFailure(['one', 'two']), { items: ['one', 'two'], stoppedBy: null });
  });
});
