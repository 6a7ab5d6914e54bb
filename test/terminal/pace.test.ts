import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pacer } from '../../src/terminal/pace.ts';

/** What a run of `total` servers says when each one takes these seconds. */
function saidBy(total: number, seconds: readonly number[]): string[] {
  const lines: string[] = [];
  let time = 0;
  const done = pacer(total, { now: () => new Date(time * 1000), progress: (line) => lines.push(line) });
  for (const each of seconds) {
    time += each;
    done();
  }
  return lines;
}

describe('a long run', () => {
  it('says how far it has come, how fast it is and how long the rest takes', () => {
    assert.deepEqual(saidBy(1200, [10, 10]), [
      '2 servers of 1,200 visited, 6.0 a minute, about 199 min 40 s to go',
    ]);
  });

  it('does not say so at every step, nor at the end', () => {
    assert.equal(
      saidBy(
        100,
        Array.from({ length: 30 }, () => 1),
      ).length,
      2,
    );
    assert.deepEqual(saidBy(2, [1, 100]), []);
  });
});
