import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Allowance, millisecondsUntil } from '../../../classifier/judges/openai/allowance.ts';
import { fails, rates, type Step } from './chat-server.ts';
import { settingFor, toolsOf } from './setting.ts';

const left = (requests: string, reset: string): Step =>
  rates(
    {},
    {
      headers: {
        'x-ratelimit-limit-requests': '3',
        'x-ratelimit-remaining-requests': requests,
        'x-ratelimit-reset-requests': reset,
      },
    },
  );
const tokensLeft = (tokens: string, reset: string, limit = '200000'): Step =>
  rates(
    {},
    {
      headers: {
        'x-ratelimit-limit-tokens': limit,
        'x-ratelimit-remaining-tokens': tokens,
        'x-ratelimit-reset-tokens': reset,
      },
    },
  );

describe('the openai judge at an endpoint that tells what is left', () => {
  it('asks nothing more until requests are there again', async (test) => {
    const { judge, pauses, requests } = await settingFor(test, [left('0', '7s'), rates()]);
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, []);
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, [7000]);
    assert.equal(requests.length, 2);
  });

  it('asks nothing more until there are tokens for the question and its answer', async (test) => {
    const { judge, pauses } = await settingFor(test, [tokensLeft('1000', '1m30s'), rates()]);
    await judge.judge(toolsOf(1));
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, [90_000]);
  });

  it('goes on at once while enough is left', async (test) => {
    const { judge, pauses } = await settingFor(test, [left('2', '20s'), tokensLeft('150000', '15s')]);
    for (let time = 0; time < 3; time += 1) await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, []);
  });

  it('counts what is on the way, and lets all that wait make one pause', async (test) => {
    const { judge, pauses, requests } = await settingFor(test, [left('1', '5s'), rates()]);
    await judge.judge(toolsOf(1));
    await judge.judge(toolsOf(16 * 4));
    assert.deepEqual(pauses, [5000]);
    assert.equal(requests.length, 5);
  });

  it('sends a question that is larger than the whole budget when that is full', async (test) => {
    const { judge, pauses, requests } = await settingFor(test, [tokensLeft('0', '6s', '100'), rates()]);
    await judge.judge(toolsOf(1));
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'verdict' in answer);
    assert.deepEqual(pauses, [6000]);
    assert.equal(requests.length, 2);
  });

  it('takes the word of a refusal as well', async (test) => {
    const busy = fails(400, 'content_filter', {
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '3s',
    });
    const { judge, pauses } = await settingFor(test, [busy, rates()]);
    await judge.judge(toolsOf(1));
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, [3000]);
  });

  it('ends the run when the budget comes back later than a run lasts', async (test) => {
    const { judge, requests } = await settingFor(test, [left('0', '23h59m'), rates()]);
    await judge.judge(toolsOf(1));
    await assert.rejects(judge.judge(toolsOf(1)), /asks to wait longer .*budget.*\n.*saved/s);
    assert.equal(requests.length, 1);
  });

  for (const [remaining, reset] of [
    ['-1', '7s'],
    ['none', '7s'],
    ['0', 'soon'],
    ['0', ''],
    ['0', '9'.repeat(80)],
  ] as const) {
    it(`holds nothing back for "${remaining}" and "${reset.slice(0, 8)}"`, async (test) => {
      const { judge, pauses } = await settingFor(test, [left(remaining, reset)]);
      await judge.judge(toolsOf(1));
      await judge.judge(toolsOf(1));
      assert.deepEqual(pauses, []);
    });
  }

  it('waits together after a 429, too', async (test) => {
    const busy = fails(429, 'rate_limit_exceeded', { 'retry-after-ms': '250' });
    const { judge, pauses } = await settingFor(test, [busy, busy, busy, busy, rates()]);
    const answers = await judge.judge(toolsOf(16 * 4));
    assert.equal(answers.filter((answer) => 'verdict' in answer).length, 64);
    assert.ok(pauses.length <= 4 && pauses.every((pause) => pause === 250));
  });
});

describe('what is left', () => {
  const headers = new Headers({ 'x-ratelimit-remaining-requests': '2', 'x-ratelimit-reset-requests': '5s' });

  it('does not count what is still on the way when an answer came', () => {
    const allowance = new Allowance('requests');
    for (let question = 0; question < 3; question += 1) allowance.take(1);
    allowance.settle(1, headers, 0);
    assert.equal(allowance.waitFor(1, 0), 5000);
    allowance.settle(1, headers, 0);
    assert.equal(allowance.waitFor(1, 0), 0);
  });

  it('is not known any more when the time is over, until the next answer', () => {
    const allowance = new Allowance('requests');
    allowance.take(1);
    allowance.settle(1, headers, 0);
    assert.equal(allowance.waitFor(3, 4999), 1);
    assert.equal(allowance.waitFor(3, 5000), 0);
  });
});

describe('the time a header names', () => {
  const now = Date.UTC(2026, 0, 1);

  it('is read in every spelling that endpoints use', () => {
    const spellings: Record<string, number | null> = {
      '120ms': 120,
      '7s': 7000,
      '6m0s': 360_000,
      '2m59.56s': 179_560,
      '1h2m3s': 3_723_000,
      '1d': 86_400_000,
      '12': 12_000,
      '0.5': 500,
      'Thu, 01 Jan 2026 00:00:30 GMT': 30_000,
      '2026-01-01T00:01:00Z': 60_000,
      '2025-01-01T00:00:00Z': 0,
      '': null,
      soon: null,
    };
    for (const [text, expected] of Object.entries(spellings))
      assert.equal(millisecondsUntil(text, now), expected, text);
  });

  it('is never negative and never takes long to read, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), (text) => {
        const wait = millisecondsUntil(text, now);
        assert.ok(wait === null || wait >= 0);
      }),
    );
  });

  it('is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(59), fc.nat(59), (hours, minutes, seconds) => {
        const wait = millisecondsUntil(`${hours}h${minutes}m${seconds}s`, now);
        assert.equal(wait, ((hours * 60 + minutes) * 60 + seconds) * 1000);
      }),
    );
  });
});
