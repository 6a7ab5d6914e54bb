import { pSchedule } from './p-schedule.ts';
import { doesMoreThan, effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const stated: Signal = effect('schedule', {
  action: ({ lemma, act, object }) =>
    /^(?:schedule|reschedule|snooze)$/.test(lemma) ||
    (/^(?:keep|start|send|publish|mark)$/.test(act) &&
      /\b(?:schedules?|scheduled|cron ?jobs?|crons?|reminders?|alarms?|timers?|recurring)\b/.test(
        object.slice(0, 4).join(' '),
      )),
  phrase: eitherOf(
    /\b(?:creates?|adds?|sets? up|registers?|configures?) (?:(?:an?|the|new|your)\s+){0,2}(?:recurring|repeating|scheduled|periodic|cron)\b/,
    /\b(?:runs?|executes?|sends?|posts?|repeats?|publish(?:es)?)\b[^.\n]{0,60}\b(?:at a (?:later|future|specific|specified|scheduled|given) (?:date|time)|on a (?:recurring )?schedule|on a recurring basis|at regular intervals)\b/,
    /(?:创建|新增|添加|设置)[^。\n]{0,8}(?:定时|计划任务)/,
    /スケジュール(?:を)?(?:作成|登録|設定)/,
    /예약(?:을)? (?:생성|등록)/,
  ),
});

/** A call sets something up that happens later or again. */
export const schedule: Signal = {
  id: 'schedule',
  look(reading) {
    const told = stated.look(reading);
    if (told.outcome === 'yes' || !doesMoreThan(reading, ['look', 'fetch', 'compose'])) return told;
    const { outcome, evidence } = pSchedule.look(reading);
    return outcome === 'yes'
      ? { outcome, evidence: evidence.map((each) => ({ ...each, id: 'schedule' })) }
      : told;
  },
};
