import { foreignSecrecy } from './reading/foreign-orders.ts';
import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

const telling =
  /(?:mention|tell|inform|disclose|reveal|show|notify|alert|report|say|explain|acknowledge|discuss)/.source;
const people =
  /(?:the |a |any |end )?(?:end[- ])?(?:users?|humans?|anyone|anybody|customers?|person|operator)/.source;

/** The text asks to keep something from the user. */
export const secrecyWording: Signal = wording(
  'secrecy-wording',
  eitherOf(
    RegExp(
      `\\b(?:do not|don['’]t|never|must not|should not|should never|not|no need to|needn['’]t|avoid|without)\\s+(?:explicitly |ever |be |openly )?${telling}(?:ed|ing)?\\s+(?:(?:this|that|it|anything|any of this|these|about|to|the|instructions?|behaviou?r|step|fact|operation)\\s+){0,4}${people}\\b(?!['’]s)(?! (?:if|when|unless|until|who|how|what|which|to (?!know)|in (?:the|a)|twice|for|with|on|about (?:each|every)|outside|during|between|more than|ids?|names?|inputs?|data|profiles?|accounts?|interface)\\b)`,
    ),
    RegExp(
      `\\b(?:do not|don['’]t|never|must not|should never)\\s+(?:explicitly |ever )?(?:mention|disclose|reveal|tell (?:them|the user))\\s+that (?:you|this|it)\\b`,
    ),
    /\bwithout (?:the )?(?:user|human|customer|victim)s?(?:['’]s?)? (?:knowing|knowledge|noticing|being (?:told|informed|aware)|awareness)\b/,
    /\b(?:keep|stay) (?:this |it |that )?(?:secret|hidden|silent|confidential|quiet|invisible|concealed) (?:from|to)\b/,
    /\bkeep (?:this|it) (?:secret|between us|to yourself)\b/,
    /\b(?:hide|conceal) (?:this|it|that|these|the (?:action|call|step|fact|request|transfer)) from\b/,
    /\b(?:never|not) (?:mention|disclose|reveal) (?:(?:this|it)\b|that(?=[.,;!]|$))/,
    /\bshould never be (?:mentioned|disclosed|revealed|shown)\b/,
    RegExp(
      `\\b(?:do not|don['’]t|never|must not|should not) let ${people}\\s(?:know|see|notice|find out|learn|realize)\\b`,
    ),
    RegExp(
      `\\b(?:hide|conceal|withhold|keep) (?:this|it|that|these|the|any) ?(?:\\w+ ){0,3}(?:hidden |secret |away )?from ${people}\\b(?! (?:interface|input|list|table|group))`,
    ),
    RegExp(
      `\\bno (?:reason|need|point) (?:for|to (?:tell|inform|mention|show|bother))(?![^.\\n]{0,24} about (?:each|every)\\b)\\s?${people}?\\b[^.\\n]{0,20}\\b(?:know|learn|see|hear|be told|about|with)\\b`,
    ),
    /\b(?:never|not|don['’]t) (?:ever )?(?:bring|raise) (?:this|it|that)\b[^.\n]{0,20}\bup\b/,
    RegExp(
      `\\b(?:user|human|customer|person|operator)s? (?:remains?|stays?|is kept|be kept|must remain) (?:unaware|uninformed|ignorant|in the dark)\\b`,
    ),
    /\b(?:should|must|shall|may|has to|is to) (?:stay|remain|be kept|be left) (?:unaware|uninformed|ignorant|in the dark)\b/,
    /\b(?:keep|stay|remain) silent (?:about|on) (?!errors?|failures?)/,
    /\b(?:hide|conceal|obscure) the fact that\b/,
    /\btell (?:nobody|no ?one|not a soul)\b/,
    /\bunbeknownst to\b/,
    /\bin secret\b(?! (?:manager|store|scanning|key))/,
    /\b(?:leave|keep) (?:it|this|that) out of (?:your|the) (?:summary|answer|response|reply|report|output)\b/,
    /\b(?:do not|don['’]t|never) (?:include|list|show|put|mention) (?:this|it|that)(?: \w+)? in (?:your|the final) (?:summary|answer|response|reply)\b/,
    /\bdo (?:this|it|so) (?:silently|secretly|quietly|covertly)\b/,
    /\b(?:silently|secretly|covertly|quietly) (?:send|forward|copy|upload|read|collect|record|transmit|capture|append|attach|log|exfiltrate)s?\b(?! (?:errors?|failures?|warnings?))/,
    /\bwithout further explanation\b/,
    /\b(?:the )?users? (?:does not|doesn['’]t|do not|don['’]t|need not|must not|should not|will not) (?:need to )?(?:know|be (?:told|informed)|see|find out|notice) (?:about |of )?(?:this|it|that)\b/,
    /\b(?:present|format) (?:it|this|them|the (?:information|data|results?)) (?:as if|as though|as part of|to look like)\b/,
    /\bdoes not really matter to them\b/,
    foreignSecrecy,
  ),
);
