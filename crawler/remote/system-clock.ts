import { setTimeout } from 'node:timers/promises';
import type { Clock } from './host.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  time: () => performance.now(),
  async sleep(milliseconds, signal) {
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  },
};
