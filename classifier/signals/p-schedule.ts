import { parameter, type Signal } from './reading/signal.ts';
import { anyOf, endingIn, exactly } from './reading/words.ts';

/** Words that say that a text or object holds times at which something happens. */
const times = anyOf(
  'cron\\w*, schedules?, scheduled, interval, recurr\\w+, repeats?, every, daily, hourly, weekly, rrule, rate\\(\\w+, date, time, when, timestamp',
  'iu',
);

/** An argument that says when or how often something is to happen. */
export const pSchedule: Signal = parameter('p:schedule', {
  name: endingIn(
    `cron, cron expression, crontab, cron schedule, schedule expression, schedule, schedule time, scheduled at, scheduled time,
    scheduled for, schedule at, send at, publish at, run at, rrule, recurrence, recurrence rule, scheduled date, schedule date, scheduled publish time`,
  ),
  except: exactly('price schedule, rate schedule, fee schedule, bus schedule'),
  types: ['string', 'object', 'integer', 'number'],
  isFree: true,
  also: ({ words, passages }) =>
    words.some((word) => /^(?:cron\w*|rrule|at|recurrence|expression)$/.test(word)) ||
    passages.length === 0 ||
    passages.some(({ text }) => times.test(text)),
});
