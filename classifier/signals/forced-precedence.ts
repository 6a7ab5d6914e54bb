import { plainFinding, type Signal } from './reading/signal.ts';
import { quotes } from './reading/quoting.ts';

const wording =
  /\b(?:always|must|only) (?:use|call|invoke|prefer|run) this (?:tool|function|one)(?: (?:first|before|instead|rather|over|no matter))|\buse this tool (?:rather than|instead of) (?:any |all |the )?others?\b|\bjust use this tool\b|\b(?:do not|don['’]t|never) use (?:any )?other tools?\b|\bthis tool (?:has|takes) (?:the )?(?:highest )?(?:priority|precedence)\b|\bbefore (?:any|every|all) other tools?\b|\bcall this (?:tool )?(?:first|before (?:anything|any other|every))\b|\bno matter (?:what|how|which)\b/giu;

/** The text demands to be used before or instead of others. */
export const forcedPrecedence: Signal = {
  id: 'forced-precedence',
  look: ({ passages }) => plainFinding(quotes('forced-precedence', passages, wording)),
};
