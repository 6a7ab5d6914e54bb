import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { countersIn, type Counters, type Place } from '../../src/guard/counters.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { guardAlone, policyFile, runGuardFile, workFolder } from './guarding.ts';

const folder = workFolder();
const run = promisify(execFile);
const taking = fileURLToPath(new URL('taking.ts', import.meta.url));
const place = (counter: string, max: number, start = 0): Place => ({
  ...{ counter, window: 'minute', max, start },
  rule: `/limits/${counter}`,
});
let grants = 0;
const fresh = (): string => `grant ${(grants += 1)}`;

const isTaken = (counters: Counters, ...places: Place[]): boolean => !('gone' in counters.take(places));

describe('counters', () => {
  it('let through as many calls as the limit says, and not one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), (max, calls) => {
        const counters = countersIn(folder, fresh());
        const passed = Array.from({ length: calls }, () => isTaken(counters, place('c', max))).filter(
          Boolean,
        );
        assert.equal(passed.length, Math.min(max, calls));
      }),
      { numRuns: 30 },
    );
  });

  it('are apart for each grant, each counter and each window', () => {
    const [one, other] = [countersIn(folder, fresh()), countersIn(folder, fresh())];
    assert.ok(isTaken(one, place('c', 1)));
    assert.ok(!isTaken(one, place('c', 1)));
    assert.ok(isTaken(other, place('c', 1)));
    assert.ok(isTaken(one, place('d', 1)));
    assert.ok(isTaken(one, place('c', 1, 60_000)));
  });

  it('count a call under all of its limits or under none', () => {
    const counters = countersIn(folder, fresh());
    assert.ok(isTaken(counters, place('narrow', 1)));
    const refused = counters.take([place('wide', 2), place('narrow', 1)]);
    assert.equal('gone' in refused && refused.gone.rule, '/limits/narrow');
    assert.ok(isTaken(counters, place('wide', 2)));
    assert.ok(isTaken(counters, place('wide', 2)));
    assert.ok(!isTaken(counters, place('wide', 2)));
  });

  it('give a place back once, also from among the others', () => {
    const counters = countersIn(folder, fresh());
    const first = counters.take([place('c', 2)]);
    assert.ok(isTaken(counters, place('c', 2)));
    assert.ok(!('gone' in first));
    first.release();
    first.release();
    assert.ok(isTaken(counters, place('c', 2)));
    assert.ok(!isTaken(counters, place('c', 2)));
  });

  it('keep their names inside the folder, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (grant, counter) => {
        const own = join(folder, 'names');
        countersIn(own, `${grant}/../..${(grants += 1)}`).take([place(counter, 1), place('../../x', 1)]);
        assert.ok(readdirSync(own).every((name) => /^[0-9a-f]{32}$/.test(name)));
      }),
      { numRuns: 30 },
    );
  });

  it('forget windows that are over', () => {
    const grant = fresh();
    const own = join(folder, 'old');
    for (let window = 0; window < 10; window += 1)
      countersIn(own, grant).take([place('c', 1, window * 60_000)]);
    const [name = ''] = readdirSync(own);
    const starts = readdirSync(join(own, name)).map((file) => file.split('.')[1]);
    assert.deepEqual(starts.sort(), ['420000', '480000', '540000']);
  });

  it('say so when they are damaged, and count nothing', () => {
    const own = join(folder, 'damaged');
    const counters = countersIn(own, fresh());
    assert.ok(isTaken(counters, place('c', 5)));
    const [grant = ''] = readdirSync(own);
    const [file = ''] = readdirSync(join(own, grant));
    appendFileSync(join(own, grant, file), 'x');
    assert.throws(() => counters.take([place('c', 5)]), /is damaged/);
  });
});

describe('twenty processes at once', () => {
  it('share one limit exactly', async () => {
    const guard = await guardAlone();
    const limits = [
      { counter: 'a', window: 'day', max: 7, scope: 'grant' } as const,
      { counter: 'b', window: 'hour', max: 100, scope: 'grant' } as const,
    ];
    const policy = policyFile(folder, samplePolicy({ write_item: sampleRule({ limits }) }));
    const state = join(folder, 'twenty');
    const words = ['hook', '--client', 'claude-code', '--policy', policy, '--server', 's', '--state', state];
    const input = JSON.stringify({ tool_name: 'mcp__s__write_item', tool_input: {} });
    const ends = await Promise.all(Array.from({ length: 20 }, () => runGuardFile(guard, words, input)));
    const passed = ends.filter(({ code, text }) => code === 0 && text === '');
    const denied = ends.filter(({ code, text }) => code === 0 && text.includes('"deny"'));
    assert.deepEqual([passed.length, denied.length], [7, 13]);
  });

  it('get no more places than there are, however close they are', async () => {
    const begin = String(Date.now() + 2_000);
    const words = [taking, join(folder, 'race'), '300', '2', begin];
    const ends = await Promise.all(Array.from({ length: 20 }, () => run(process.execPath, words)));
    const got = ends.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
    const perCounter = Map.groupBy(got, (counter) => counter);
    assert.equal(perCounter.size, 300);
    assert.deepEqual(new Set([...perCounter.values()].map((places) => places.length)), new Set([2]));
  });
});
