import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { sideBySide } from '../../crawler/side-by-side.ts';
import { UserError } from '../../src/terminal/command.ts';

const never = new AbortController().signal;
const numbers = [0, 1, 2, 3, 4, 5];

describe('work that is done side by side', () => {
  it('is so much at the same time, and its results stand in order', async () => {
    let [now, most] = [0, 0];
    const results = await sideBySide(
      numbers,
      2,
      async (number) => {
        most = Math.max(most, (now += 1));
        for (let turn = number; turn < 6; turn += 1) await setImmediate();
        now -= 1;
        return number * 10;
      },
      never,
    );
    assert.deepEqual([results, most], [[0, 10, 20, 30, 40, 50], 2]);
  });

  it('is done for all others when one fails', async () => {
    const done: number[] = [];
    const work = (number: number): Promise<number> =>
      number === 1 ? Promise.reject(new Error('one')) : Promise.resolve(done.push(number));
    await assert.rejects(sideBySide(numbers, 2, work, never), { message: 'one' });
    assert.deepEqual(done, [0, 2, 3, 4, 5]);
  });

  it('stops at what a person has to mend, and says that', async () => {
    const begun: number[] = [];
    const work = async (number: number, signal: AbortSignal): Promise<void> => {
      begun.push(number);
      await setImmediate();
      if (number === 2) throw new UserError('the disk is full');
      if (number === 3) await setTimeout(60_000, undefined, { signal });
    };
    await assert.rejects(sideBySide(numbers, 2, work, never), { message: 'the disk is full' });
    assert.deepEqual(begun, [0, 1, 2, 3]);
  });

  it('ends with the reason of its signal', async () => {
    const stop = new AbortController();
    const work = (number: number): Promise<void> => {
      if (number === 1) stop.abort(new Error('interrupted'));
      return Promise.resolve();
    };
    await assert.rejects(sideBySide(numbers, 1, work, stop.signal), { message: 'interrupted' });
  });
});
