import type { Clock } from 'pg-boss';

/** What pg-boss measures time and waits with: it would stand still for an hour when this machine's clock is set back by one. */
export const steadyClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  setInterval: (run, milliseconds) => setInterval(run, milliseconds),
  clearTimeout: (timer) => {
    clearTimeout(timer as NodeJS.Timeout);
  },
  clearInterval: (timer) => {
    clearInterval(timer as NodeJS.Timeout);
  },
};
