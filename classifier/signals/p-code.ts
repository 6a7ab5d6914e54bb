import type { Reading } from './reading/reading.ts';
import { parameter, type Signal } from './reading/signal.ts';
import { anyOf, endingIn } from './reading/words.ts';

/** Words that say a text is run and not only stored or looked at. */
const running = anyOf(
  `execut(?:e|es|ed|ing), to run, runs? in, be run, evaluat(?:e|es|ed) in, eval, in the (?:page|browser) context,
  выполн\\p{L}*, 执行, 运行, 実行, 실행`,
  'iu',
);
const languages = anyOf('code, script, javascript, python', 'iu');
const engines = new Set(['exec', 'eval', 'repl', 'interpreter']);
const evaluations = /^(?:evaluate|interpret|simulate)$/;

/** Codes that name something instead of doing something. */
const designations = anyOf(
  `(?:iso|two-letter|three-letter|postal|zip|country|currency|airport|otp|one-time|verification|bank|stock|authorization)
  ?(?:\\d+ )?codes?`,
  'iu',
);

/** Whether the tool is one that runs what it is given. */
function isRunner({ named, told, words, prose }: Reading): boolean {
  const isRun = [named[0], told[0]].some(
    (action) => action?.act === 'run' || evaluations.test(action?.lemma ?? ''),
  );
  return (
    isRun ||
    words.some((word) => engines.has(word)) ||
    prose.some(({ text }) => running.test(text) && languages.test(text))
  );
}

/** A free string that is source code or an expression to be run. */
export const pCode: Signal = parameter('p:code', {
  name: endingIn(
    'code, script, javascript, js, python, snippet, expression, function, program, applescript, macro',
  ),
  except: endingIn(
    `(?:qr|zip|postal|country|currency|error|status|language|lang|promo|coupon|discount|auth|authorization|bar|hs|iata|icao|
    airport|station|bank|verification|color|sort|cron|product|stock|ticker|region|state|hash|file|access|invite|area|dial|exit|
    response|http|cpt|icd|diagnosis|short|regional|category|department|city|district|referral|course|grant) (?:code|function|expression)`,
  ),
  types: ['string'],
  isFree: true,
  also({ words, passages }, reading) {
    const text = passages.map((passage) => passage.text).join(' ');
    if (designations.test(text)) return false;
    return running.test(text) || (!words.includes('function') && isRunner(reading));
  },
});
