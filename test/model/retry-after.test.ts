import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryAfter } from '../../src/model/retry-after.ts';

const now = Date.UTC(2026, 0, 1, 12);
const asked = (headers: Record<string, string>): number | null => retryAfter(new Headers(headers), now);
const later = 'Thu, 01 Jan 2026 12:00:30 GMT';

describe('how long an answer asks to be left alone', () => {
  it('is a number of seconds or a date, in milliseconds', () => {
    assert.equal(asked({ 'retry-after': ' 7 ' }), 7_000);
    assert.equal(asked({ 'retry-after': later }), 30_000);
  });

  it('is counted from when the answer was sent, by the clock of who sent it', () => {
    assert.equal(asked({ 'retry-after': later, date: 'Thu, 01 Jan 2026 12:00:20 GMT' }), 10_000);
    assert.equal(asked({ 'retry-after': later, date: 'Thu, 01 Jan 2026 13:00:00 GMT' }), 0);
  });

  it('is unknown when it is not said, or cannot be read', () => {
    for (const headers of [{}, { 'retry-after': '' }, { 'retry-after': 'soon' }])
      assert.equal(asked(headers), null);
  });

  it('is unknown of a date when neither the answer nor this machine says what time it is', () => {
    assert.equal(retryAfter(new Headers({ 'retry-after': later }), NaN), null);
  });
});
