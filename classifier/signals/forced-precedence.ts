import { type Signal, wording } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text demands to be used before or instead of others. */
export const forcedPrecedence: Signal = wording(
  'forced-precedence',
  eitherOf(
    /\b(?:always|must|only) (?:use|call|invoke|prefer|run) this (?:tool|function|one)(?: (?:first|before (?:any|all|every|other|anything|doing)|instead|rather|over other|no matter))/,
    /\buse this tool (?:rather than|instead of) (?:any |all |the )?others?\b/,
    /\bjust use this tool\b/,
    /\b(?:do not|don['’]t|never) use (?:any )?other tools?\b/,
    /\bthis tool (?:has|takes) (?:the )?(?:highest )?(?:priority|precedence)\b/,
    /\bbefore (?:any|every|all) other tools?\b/,
    /\bcall this (?:tool )?(?:first|before (?:anything|any other|every))\b/,
    /\bno matter (?:what|how|which)\b/,
  ),
);
