import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Counters, exhausted, type PlacedLimit, reserve, rollBack } from '../../src/policy/counters.ts';

const limit = (window: PlacedLimit['window'], max: number, counter = 'x'): PlacedLimit => ({
  counter,
  window,
  max,
  scope: 'grant',
  at: `/tools/x/limits/${max}`,
});
const none: Counters = new Map();
const at = (time: string): number => Date.parse(time);

const anyLimit = fc.record({
  counter: fc.constantFrom('a', 'b'),
  window: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const),
  max: fc.integer({ min: 1, max: 5 }),
  scope: fc.constant('grant' as const),
  at: fc.constant('/tools/x/limits/0'),
});
const anyMoment = fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') });

describe('counting', () => {
  it('leaves room for exactly as many calls as a limit says', () => {
    fc.assert(
      fc.property(anyLimit, anyMoment, (each, now) => {
        let counters = none;
        let calls = 0;
        while (exhausted([each], counters, now) === undefined) {
          counters = reserve([each], counters, now).counters;
          calls += 1;
        }
        assert.equal(calls, each.max);
      }),
    );
  });

  it('starts anew with each minute, hour and day of the calendar in UTC', () => {
    const turns: [PlacedLimit['window'], last: string, first: string][] = [
      ['minute', '2026-11-20T10:30:59.999Z', '2026-11-20T10:31:00.000Z'],
      ['hour', '2026-11-20T10:59:59.999Z', '2026-11-20T11:00:00.000Z'],
      ['day', '2026-11-20T23:59:59.999Z', '2026-11-21T00:00:00.000Z'],
    ];
    for (const [window, last, first] of turns) {
      const once = limit(window, 1);
      const { counters } = reserve([once], none, at(last) - 1);
      assert.equal(exhausted([once], counters, at(last)), once, window);
      assert.equal(exhausted([once], counters, at(first)), undefined, window);
    }
  });

  it('counts one call once for limits of the same counter and window', () => {
    const limits = [limit('minute', 5), limit('minute', 3), limit('day', 3)];
    const { counters, reserved } = reserve(limits, none, 0);
    assert.deepEqual(
      [...counters.values()].map(({ used }) => used),
      [1, 1],
    );
    assert.deepEqual(reserved, [
      { counter: 'x', window: 'minute', start: 0, max: 3, rule: '/tools/x/limits/3' },
      { counter: 'x', window: 'day', start: 0, max: 3, rule: '/tools/x/limits/3' },
    ]);
  });

  it('changes nothing that it was given', () => {
    const before = reserve([limit('minute', 5)], none, 0).counters;
    const copy = structuredClone(before);
    const { reserved } = reserve([limit('minute', 5)], before, 0);
    rollBack(before, reserved);
    assert.deepEqual(before, copy);
  });

  it('gives back what a call took that was never made', () => {
    fc.assert(
      fc.property(fc.array(anyLimit, { minLength: 1 }), fc.nat(4), anyMoment, (limits, calls, now) => {
        let counters = none;
        for (let call = 0; call < calls; call += 1) counters = reserve(limits, counters, now).counters;
        const taken = reserve(limits, counters, now);
        const back = rollBack(taken.counters, taken.reserved);
        for (const [key, { used }] of back) assert.equal(used, counters.get(key)?.used ?? 0);
      }),
    );
  });

  it('takes nothing back from a window that has begun since', () => {
    const each = limit('minute', 5);
    const { reserved } = reserve([each], none, 0);
    const later = reserve([each], none, 60_000).counters;
    assert.deepEqual(rollBack(later, reserved), later);
  });
});
