import { foreignPrecedence } from './reading/foreign-orders.ts';
import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

/** The text demands to be used before or instead of others. Why it comes first, as in "first to find the id", is guidance. */
export const forcedPrecedence: Signal = wording(
  'forced-precedence',
  eitherOf(
    /\b(?:always|must|only) (?:use|call|invoke|prefer|run|consult|choose|select) this (?:tool|function|one|server)(?: immediately| directly)?(?: (?:as the )?first(?! (?:to|if|when|whenever|before (?!any|every|all|other|doing|anything)|in any workflow to|and then)\b|, and then)| before (?:any|all|every|other|anything|doing|asking|answering(?! (?:any |all )?(?:\w+ )?questions? (?:about|on|regarding|concerning|related))|responding)| instead| rather| over (?:other|all|any)| no matter)/,
    /\b(?:must|should|has to|needs to) (?:always )?be (?:called|used|invoked|run|consulted|preferred|chosen|selected) (?:first,? )?(?:before|over|instead of|ahead of|in preference to) (?:any|all|every|other|anything|everything)\b(?! (?:other )?(?:\w+ )?(?:tools?|calls?|functions?) (?:of|from|on|in) this (?:server|integration|toolset)|,? because)/,
    /\balways (?:consult|use|call|invoke) this (?:tool|function)[^.\n]{0,20}\bfirst step\b/,
    /\bas the first step\s?[—–-]+\s?before\b/,
    /\buse this tool (?:rather than|instead of) (?:any |all |the )?others?\b/,
    /\bjust use this tool\b/,
    /\b(?:choose|use|pick|select|prefer|take|trust) (?:only )?(?:this|me)(?: (?:tool|one|server|function))?\b[^.\n]{0,20}\b(?:ignore|skip|forget|drop|disregard|reject|discard) (?:all |any |every )?(?:of )?(?:the )?(?:others?|rest|alternatives)\b/,
    /\b(?:do not|don['’]t|never) (?:ever )?(?:use|call|trust) (?:any )?other (?:tools?|servers?)\b/,
    /\bthis (?:tool|server) (?:has|takes|must have) (?:the )?(?:highest |absolute |top )?(?:priority|precedence)\b/,
    /\b(?:supersedes?|takes? (?:priority|precedence) over|overrides?) (?:all|any|every) (?:other )?(?:\w+ )?tools?\b/,
    /\bbefore (?:any|every|all) other tools?\b(?! of this server)/,
    /\bcall this (?:tool )?before (?:anything|any other|every)\b/,
    /\bno matter (?:what|how|which)\b/,
    /\bthis tool is (?:required|mandatory|obligatory|compulsory) (?:for|by|before) (?:\w+,? ){0,4}(?:compliance|audit\w*|policy|every (?:request|task|conversation)|law|regulations?)\b/,
    /\b(?:all|any) other (?:\w+ )?tools (?:are|is) (?:deprecated|broken|insecure|unsafe|compromised|unreliable|obsolete|disabled)\b/,
    /\b(?:best|only|most (?:reliable|accurate|trusted|secure)) (?:\w+ )?tool\b[^.\n]{0,40}\b(?:always (?:choose|prefer|use|select|pick)|should always be (?:chosen|preferred|selected|used))\b/,
    /\b(?:the )?only (?:trustworthy|trusted|reliable|safe|correct|legitimate|working|approved) (?:\w+ )?(?:tool|server|calculator|function|source|way)\b[^.\n]{0,30}\b(?:never|do not|must|always)\b/,
    /\bnever (?:use|call|trust|choose) another (?:tool|one|server|function)\b/,
    /\brequired by (?:the )?(?:company|security|corporate|legal|organi[sz]ation\w*|compliance|internal) (?:polic(?:y|ies)|rules?|law|standards?)\b[^.\n]{0,30}\b(?:before|first|any|every|always)\b/,
    /\b(?:must|always|has to|needs to|should)\b[^.\n]{0,40}\bat the (?:start|beginning) of (?:every|each|any) (?:conversation|session|chat|request|task|message)\b/,
    /\bbefore any (?:answer|response|reply|message) is (?:given|sent|made)\b/,
    /\balways (?:select|choose|prefer|pick|use) this (?:tool|function|one) over (?:any|all|every|other)\b/,
    /\bother \w+ (?:return|give|produce|are|deliver) (?:wrong|incorrect|outdated|false|unreliable|insecure)\b/,
    /\buse only this(?: (?:tool|one|function))?[.!]/,
    /\b(?:always|must) (?:use|call|invoke|run|consult)(?: (?:this|this tool|it))? before (?:answering|responding to|replying to) (?:any|every|each|all)\b/,
    /\bdo not use the (?:built-in|default|native|standard|original) (?:\w+ ){1,2}(?:tool|function)s? (?:any ?more|any longer|again)\b/,
    foreignPrecedence,
  ),
);
