import { parameter, type Signal } from './reading/signal.ts';

/** Words that say a text is run and not only stored or looked at. */
const running =
  /\b(?:execut(?:e|es|ed|ing)|to run|runs? in|be run|evaluat(?:e|es|ed) in|eval\b|in the (?:page|browser) context)|执行|运行|выполн|実行|실행/iu;
const engines = new Set(['exec', 'eval', 'repl', 'interpreter']);

/** A free string that is source code or an expression to be run. */
export const pCode: Signal = parameter('p:code', {
  name: /^(?:\w+ )?(?:code|script|source code|javascript|js|python|snippet|expression|function|function declaration|page function|program|applescript|code snippet|macro)$/,
  except:
    /\b(?:qr|zip|postal|country|currency|error|status|language|lang|promo|coupon|discount|auth|authorization|bar|hs|iata|icao|airport|station|bank|verification|color|sort|cron|product|stock|ticker|region|state|hash|file|access|invite|area|dial|exit|response|http|cpt|icd|diagnosis|short|regional|category|department|city|district|referral|course|grant) (?:code|function|expression)$|^cron expression$/,
  types: ['string'],
  isFree: true,
  also: ({ words, passages }, { words: tool, named, told, prose }) => {
    const text = passages.map((passage) => passage.text).join(' ');
    if (
      /\b(?:iso|two-letter|three-letter|postal|zip|country|currency|airport|otp|one-time|verification|bank|stock|authorization) ?(?:\d+ )?(?:code|codes)\b/iu.test(
        text,
      )
    )
      return false;
    const isRun = [named[0], told[0]].some(
      (action) => action?.act === 'run' || /^(?:evaluate|interpret|simulate)$/.test(action?.lemma ?? ''),
    );
    return (
      (isRun && (!words.includes('function') || running.test(text))) ||
      running.test(text) ||
      tool.some((word) => engines.has(word)) ||
      prose.some(
        (passage) =>
          running.test(passage.text) && /\b(?:code|script|javascript|python)\b/iu.test(passage.text),
      )
    );
  },
});
